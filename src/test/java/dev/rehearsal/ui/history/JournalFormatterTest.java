package dev.rehearsal.ui.history;

import static dev.rehearsal.LiveFirefox.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.JournalEntry.Kind;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries in sentences, without a list around them. */
class JournalFormatterTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    /** Links know only the screens that there are. */
    @BeforeEach
    void openAnyScreen() {
        new LiveFirefox(TestDatabase.H2);
        page.open(ADA, "rules");
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                told("rule", "204", Kind.EDITED, Map.of(), "Edited rule #204"),
                told("release", "Firefox-150", Kind.ADDED, Map.of(), "Added release Firefox-150"),
                told("pin", "Firefox/release/120.", Kind.REMOVED, Map.of(), "Removed pin Firefox · release · 120."),
                told("shutoff", "Firefox/release", Kind.ADDED, Map.of(), "Shut off updates of Firefox · release"),
                told("shutoff", "Firefox/release", Kind.REMOVED, Map.of(), "Lifted the shutoff of Firefox · release"),
                told("channel_mapping", "3", Kind.EDITED, Map.of(), "Edited channel mapping #3"),
                told("gate", "3", Kind.ADDED, Map.of(), "Added gate #3"),
                told(
                        "required_signoff",
                        "Firefox/release/releng",
                        Kind.ADDED,
                        Map.of(),
                        "Added required signoff Firefox · release · releng"),
                told(
                        "signoff",
                        "7/ada",
                        Kind.ADDED,
                        Map.of("role", new FieldChange(null, "releng")),
                        "Signed as releng"),
                told(
                        "signoff",
                        "7/ada",
                        Kind.REMOVED,
                        Map.of("role", new FieldChange("releng", null)),
                        "Revoked the signoff as releng"),
                told(
                        "signoff",
                        "7/ben",
                        Kind.REMOVED,
                        Map.of("role", new FieldChange("relman", null)),
                        "Dropped the signoff of ben as relman"),
                told(
                        "comment",
                        "4",
                        Kind.ADDED,
                        Map.of("kind", new FieldChange(null, "request"), "text", new FieldChange(null, "Why?")),
                        "Requested changes: “Why?”"),
                told(
                        "comment",
                        "5",
                        Kind.ADDED,
                        Map.of(
                                "kind", new FieldChange(null, "remark"),
                                "answers", new FieldChange(null, 4L),
                                "ends", new FieldChange(null, true),
                                "text", new FieldChange(null, "So.")),
                        "Answered who requested changes: “So.”"),
                told(
                        "verdict",
                        "9",
                        Kind.ADDED,
                        Map.of(
                                "outcome", new FieldChange(null, "fail"),
                                "product", new FieldChange(null, "Firefox"),
                                "test_channel", new FieldChange(null, "release-cdntest")),
                        "FAIL for Firefox on release-cdntest"),
                told(
                        "break_glass",
                        "1",
                        Kind.ADDED,
                        Map.of("reason", new FieldChange(null, "Users lose passwords")),
                        "Went live untested: “Users lose passwords”"),
                told(
                        "plan",
                        "3",
                        Kind.ADDED,
                        Map.of(
                                "plan_id", new FieldChange(null, 7L),
                                "act", new FieldChange(null, "stopped"),
                                "percentage", new FieldChange(null, 25),
                                "note", new FieldChange(null, "It crashes")),
                        "Stopped rollout #7 before 25 %: “It crashes”"),
                told("permission", "ben/rule", Kind.REMOVED, Map.of(), "Took the permission rule from ben"),
                told("role", "ben/relman", Kind.ADDED, Map.of(), "Gave ben the role relman"),
                told("change", "12", Kind.EDITED, Map.of(), "Edited planned change #12"),
                told("change", "12", Kind.ADDED, change("rule", "204", "update"), "To be edited: rule #204"),
                told("change", "12", Kind.ADDED, change("release", "R2", "insert"), "To be added: release R2"),
                told(
                        "change",
                        "12",
                        Kind.ADDED,
                        change("emergency_shutoff", "Firefox release", "delete"),
                        "To be removed: shutoff Firefox release"),
                told(
                        "change",
                        "12",
                        Kind.REMOVED,
                        Map.of("object", new FieldChange("rule", null), "target", new FieldChange("204", null)),
                        "No longer to be changed: rule #204"));
    }

    private static Map<String, FieldChange> change(String object, String target, String type) {
        return Map.of(
                "object", new FieldChange(null, object),
                "target", new FieldChange(null, target),
                "change_type", new FieldChange(null, type));
    }

    private static Arguments told(
            String object, String key, Kind kind, Map<String, FieldChange> fields, String sentence) {
        return Arguments.of(entry(object, key, kind, fields), sentence);
    }

    private static JournalEntry entry(String object, String key, Kind kind, Map<String, FieldChange> fields) {
        return new JournalEntry(TestClock.START, new Actor("ada"), object, key, null, kind, fields);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("sentences")
    void sayWhatWasDoneToWhat(JournalEntry entry, String sentence) {
        assertThat(sentence(entry)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        ",draft,Drafted change set #7 “Ship”",
        ",pending,Scheduled change set #7 “Ship”",
        "draft,pending,Submitted change set #7",
        "pending,held,Held change set #7",
        "held,pending,Resumed change set #7",
        "pending,enacted,Enacted change set #7",
        "held,withdrawn,Withdrew change set #7"
    })
    void sayWhatBecameOfASet(@Nullable String was, String is, String sentence) {
        assertThat(sentence(entry(
                        "change_set",
                        "7",
                        was == null ? Kind.ADDED : Kind.EDITED,
                        Map.of("state", new FieldChange(was, is), "title", new FieldChange(null, "Ship")))))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "when,Rescheduled change set #7",
        "title,Edited the title of change set #7",
        "place,Edited what change set #7 changes"
    })
    void sayWhatWasEditedOfASet(String field, String sentence) {
        assertThat(sentence(entry("change_set", "7", Kind.EDITED, Map.of(field, new FieldChange(1, 2)))))
                .isEqualTo(sentence);
    }

    @Test
    void areThereForAllThatCanBecomeOfEveryKindOfObject() {
        for (String object : TestDatabase.H2.bean(JournalEntries.class).objects()) {
            for (Kind kind : Kind.values()) {
                Map<String, FieldChange> fields = switch (object) {
                    case "verdict" -> Map.of("outcome", new FieldChange(null, "pass"));
                    case "change" -> change("gate", "3", "delete");
                    case "rail_pass" ->
                        Map.of("act", new FieldChange(null, "pass_over"), "rail_id", new FieldChange(null, 1));
                    case "rail_finding" ->
                        Map.of(
                                "terms", new FieldChange(null, "no_lost_updates"),
                                "result", new FieldChange(null, "fail"));
                    default -> Map.of();
                };
                assertThat(sentence(entry(object, keyOf(object), kind, fields))).isNotBlank();
            }
            assertThat(JournalFormatter.kind(object)).isNotBlank();
        }
    }

    private static String keyOf(String object) {
        return List.of("required_signoff", "urgent_role", "permission_signoff", "permission", "role", "signoff")
                        .contains(object)
                ? "a/b"
                : "1";
    }

    @Test
    void tellLongValuesInPartAndNeverTheHashOfAContent() {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        fields.put("content", new FieldChange("aaaa", "bbbb"));
        fields.put("blob.platforms.p.locales.de", new FieldChange("cccc", "dddd"));
        fields.put("comment", new FieldChange(null, "x".repeat(500)));

        FieldList told = new FieldList(entry("release", "R1", Kind.EDITED, fields));

        assertThat(Page.textOf(told)).isEqualTo("✎ blob.platforms.p.locales.de comment " + "x".repeat(80) + "…");
    }

    @Test
    void unfoldTheFieldsBeyondTheFirstOnes() {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        for (int number = 1; number <= 300; number++) {
            fields.put("field" + number, new FieldChange(1, 2));
        }

        FieldList told = new FieldList(entry("rule", "1", Kind.EDITED, fields));

        assertThat(Page.textOf(told)).contains("field8", "292 more fields").doesNotContain("field9 ");
    }

    private static String sentence(JournalEntry entry) {
        return Page.textOf(new Div(JournalFormatter.sentence(entry)));
    }
}
