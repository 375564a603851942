package dev.rehearsal.probe.comparison;

import static dev.rehearsal.probe.comparison.Replies.error;
import static dev.rehearsal.probe.comparison.Replies.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Classification ALL = new Classification(true, true);

    @Test
    void groupsByKindAndRule() {
        Tally tally = Tally.of(List.of(
                different(1, "1", "2", 1),
                different(2, "1", "2", 5),
                different(3, "1", "3", 10),
                different(4, "1", "2", 1)));
        assertThat(tally.groups().stream().map(group -> group.key().title() + " " + group.amount()))
                .containsExactly(
                        "another rule: rule 1, on the right rule 3 1 request, made 10 times",
                        "another rule: rule 1, on the right rule 2 3 requests, made 7 times");
    }

    @Test
    void keepsThreeExamplesOfAGroup() {
        Tally tally = Tally.of(IntStream.range(0, 9)
                .mapToObj(number -> different(number, "1", "2", 1))
                .toList());
        assertThat(tally.groups().getFirst().examples()).hasSize(3);
    }

    @Test
    void putsTheStatusesIntoTheTitle() {
        Finding finding = finding(1, 1, ok("1", "1", Replies.EMPTY), Reply.none("away"));
        assertThat(Tally.of(List.of(finding)).groups().getFirst().key().title())
                .startsWith("another status")
                .endsWith("(200, on the right no answer): rule 1, on the right no rule told");
    }

    @Test
    void takesUpToAThousandthOfIgnoredOnes() {
        assertThat(Tally.of(withOneIgnored(999, 1)).isSame()).isTrue();
    }

    @Test
    void refusesMoreThanAThousandthOfIgnoredOnes() {
        assertThat(Tally.of(withOneIgnored(998, 1)).isSame()).isFalse();
    }

    @Test
    void refusesAnIgnoredOneThatClientsMakeOften() {
        assertThat(Tally.of(withOneIgnored(999, 10)).ignoresTooMuch()).isTrue();
    }

    private static List<Finding> withOneIgnored(int same, long times) {
        List<Finding> findings = new ArrayList<>(IntStream.range(0, same)
                .mapToObj(number -> finding(number, 1, error(400, "a"), error(400, "a")))
                .toList());
        findings.add(finding(same, times, error(400, "a"), error(400, "b")));
        return findings;
    }

    private static Finding different(int number, String leftRule, String rightRule, long times) {
        return finding(number, times, ok(leftRule, "1", Replies.EMPTY), ok(rightRule, "1", Replies.EMPTY));
    }

    private static Finding finding(int number, long times, Reply left, Reply right) {
        Request request = new Request("/update/1/" + number, false);
        return new Finding(new Counted(request, times), ALL.of(request, Force.MAPPING, left, right));
    }
}
