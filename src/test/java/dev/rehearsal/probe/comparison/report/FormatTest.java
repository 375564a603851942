package dev.rehearsal.probe.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Difference;
import dev.rehearsal.probe.comparison.Finding;
import dev.rehearsal.probe.comparison.Force;
import dev.rehearsal.probe.comparison.Kind;
import dev.rehearsal.probe.comparison.Reason;
import dev.rehearsal.probe.comparison.ReplySummary;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.probe.comparison.Tally;
import dev.rehearsal.probe.comparison.Verdict;
import dev.rehearsal.probe.comparison.requests.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on what two sides said who wish their readers no good. */
class FormatTest {

    private static final String EVIL = "</script><script>alert(1)</script>\u001b[31m";
    private static final Request ASKED = new Request("/update/1/<b>\"", false);

    @Test
    void htmlHoldsNothingThatServersOrClientsWrote() {
        assertThat(Format.HTML.write(report(new Verdict.Different(difference()))))
                .doesNotContain("<script", "<b>\"", "\u001b")
                .contains("&lt;script&gt;");
    }

    @Test
    void htmlLoadsNothing() {
        assertThat(Format.HTML.write(report(new Verdict.Different(difference()))))
                .doesNotContain("src=", "<link", "@import", "url(");
    }

    @Test
    void textMovesNoCursor() {
        assertThat(Format.TEXT.write(report(new Verdict.Different(difference()))))
                .doesNotContain("\u001b");
    }

    @Test
    void jsonTellsGroupsByKindAndRule() {
        JsonNode group = JsonMapper.shared()
                .readTree(Format.JSON.write(report(new Verdict.Different(difference()))))
                .path("groups")
                .path(0);
        assertThat(group.path("kinds").toString() + group.path("left_rule") + group.path("right_rule"))
                .isEqualTo("[\"RULE\"]\"1\"\"2\"");
    }

    @Test
    void eachSaysWhatIsIgnoredAndWhy() {
        Report report = report(new Verdict.Ignored(Reason.LEFT_FAILS, difference()));
        assertThat(List.of(Format.values()))
                .allSatisfy(format -> assertThat(format.write(report)).contains(Reason.LEFT_FAILS.words()));
    }

    private static Difference difference() {
        return new Difference(
                Force.FALLBACK,
                EnumSet.of(Kind.RULE),
                new ReplySummary(200, "1", "1", EVIL, EVIL),
                new ReplySummary(200, "2", "1", EVIL, EVIL));
    }

    private static Report report(Verdict verdict) {
        Counted counted = new Counted(ASKED, 12);
        return new Report(
                "http://a",
                "http://b",
                null,
                new Requests(List.of(counted), 13, 1, 0),
                EVIL,
                true,
                Duration.ofMinutes(3),
                Instant.EPOCH,
                Instant.EPOCH,
                Tally.of(List.of(new Finding(counted, verdict))));
    }
}
