package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.TestClock;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Proposal.AddRelease;
import dev.rehearsal.change.Proposal.EditRule;
import dev.rehearsal.change.Proposal.ReplaceRule;
import dev.rehearsal.change.Proposal.WriteRelease;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.problem.RefusedException.Reason;
import dev.rehearsal.staging.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a test asks for, in a few words. */
final class Asking {

    static final String FR = "platforms/WINNT_x86_64-msvc/locales/fr";
    static final String DE_PATH = ".platforms.WINNT_x86_64-msvc.locales.de";
    static final String FR_PATH = ".platforms.WINNT_x86_64-msvc.locales.fr";
    static final String BUILD = "{'completes': [{'from': '*', 'filesize': 7, 'hashValue': 'fed'}]}";

    private Asking() {}

    /** So many hours after the beginning. */
    static Instant at(int hour) {
        return TestClock.START.plus(Duration.ofHours(hour));
    }

    static Change.RuleEdit editIn(ChangeSet set) {
        return (Change.RuleEdit) set.changes().getFirst();
    }

    static Proposal edit(long rule, @Nullable Object... fields) {
        return new EditRule(new RuleId(rule), null, map(fields));
    }

    static Proposal replace(long rule, Map<String, @Nullable Object> row) {
        return new ReplaceRule(new RuleId(rule), 1, row);
    }

    /** The whole of rule 1 as it was at first, with these columns changed. */
    static Map<String, @Nullable Object> row(@Nullable Object... changed) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            row.put(field.wireName(), null);
        }
        row.putAll(rule("alias", "first", "mapping", "R1"));
        row.putAll(map(changed));
        return row;
    }

    /** What each rule must have, and these columns. */
    static Map<String, @Nullable Object> rule(@Nullable Object... columns) {
        Map<String, @Nullable Object> rule = map(
                "priority",
                100,
                "backgroundRate",
                100,
                "update_type",
                "minor",
                "product",
                "Firefox",
                "channel",
                "release");
        rule.putAll(map(columns));
        return rule;
    }

    static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return map;
    }

    static Proposal add(String release) {
        return new AddRelease(new ReleaseName(release), "Firefox", false, blob(release));
    }

    static Proposal write(String release, ObjectNode blob, Map<String, Integer> seen) {
        return new WriteRelease(new ReleaseName(release), "Firefox", blob, seen);
    }

    /** An application in German, and in these locales. */
    static ObjectNode blob(String name, String... locales) {
        BlobBuilder blob = BlobBuilder.aRelease(9).with("name", "'" + name + "'");
        for (String locale : locales) {
            blob.with(locale, BUILD);
        }
        return (ObjectNode) blob.json();
    }

    static void refused(Reason reason, String sentence, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(sentence);
    }
}
