package dev.rehearsal.probe.comparison;

import static dev.rehearsal.probe.comparison.Replies.EMPTY;
import static dev.rehearsal.probe.comparison.Replies.error;
import static dev.rehearsal.probe.comparison.Replies.ok;
import static dev.rehearsal.probe.comparison.Replies.redirect;
import static dev.rehearsal.probe.comparison.Replies.reply;
import static dev.rehearsal.probe.comparison.Replies.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.probe.comparison.Verdict.Different;
import dev.rehearsal.probe.comparison.Verdict.Ignored;
import dev.rehearsal.probe.comparison.Verdict.Moving;
import dev.rehearsal.probe.comparison.Verdict.Same;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    private static final Classification ALL = new Classification(true, true);
    private static final Request REQUEST = new Request("/update/1/P/1/2/T/de/release/update.xml", false);
    private static final String OLD = update("149.0", "20250101", "https://x/a");
    private static final String NEW = update("150.0", "20260101", "https://x/a");

    @Test
    void callsTheSameBytesTheSame() {
        assertThat(verdict(ok("1", "2", OLD), ok("1", "2", OLD))).isEqualTo(new Same(false));
    }

    @Test
    void leavesParametersOfTheMediaTypeOut() {
        assertThat(verdict(reply(200, "text/xml", "1", "1", OLD), reply(200, "Text/XML; charset=utf-8", "1", "1", OLD)))
                .isEqualTo(new Same(false));
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(error(400, "no"), error(404, "no"), Set.of(Kind.STATUS)),
                Arguments.of(ok("1", "2", OLD), Reply.none("away"), Set.of(Kind.STATUS, Kind.RULE, Kind.MEDIA_TYPE)),
                Arguments.of(ok("1", "2", OLD), ok("3", "2", OLD), Set.of(Kind.RULE)),
                Arguments.of(ok("1", "2", OLD), reply(200, "text/xml", null, null, OLD), Set.of(Kind.RULE)),
                Arguments.of(ok("1", "2", OLD), ok("1", "3", OLD), Set.of(Kind.RULE_VERSION)),
                Arguments.of(ok("1", "2", OLD), ok("1", "2", NEW), Set.of(Kind.RELEASE)),
                Arguments.of(ok("1", "2", OLD), ok("1", "2", EMPTY), Set.of(Kind.RELEASE)),
                Arguments.of(ok("1", "2", OLD), ok("1", "2", OLD + "\n"), Set.of(Kind.BYTES)),
                Arguments.of(ok("1", "2", OLD), ok("3", "1", NEW), Set.of(Kind.RULE, Kind.RELEASE)),
                Arguments.of(ok("1", "2", OLD), reply(200, "text/plain", "1", "2", OLD), Set.of(Kind.MEDIA_TYPE)));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void tellsInWhatTheyDiffer(Reply left, Reply right, Set<Kind> kinds) {
        assertThat(verdict(left, right))
                .isInstanceOfSatisfying(
                        Different.class,
                        different -> assertThat(different.difference().kinds()).isEqualTo(kinds));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(error(500, "oh"), ok("1", "1", EMPTY), Reason.LEFT_FAILS),
                Arguments.of(error(400, "No such locale 'x'"), error(400, "no locale"), Reason.WORDS_OF_A_REFUSAL),
                Arguments.of(
                        redirect("http://a.example/update/1/x"), redirect("/update/1/x"), Reason.WORDS_OF_A_REDIRECT));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void ignoresForAReason(Reply left, Reply right, Reason reason) {
        assertThat(verdict(left, right))
                .isInstanceOfSatisfying(
                        Ignored.class, ignored -> assertThat(ignored.reason()).isEqualTo(reason));
    }

    static Stream<Arguments> noReasons() {
        return Stream.of(
                Arguments.of(ok("1", "1", EMPTY), error(500, "oh")),
                Arguments.of(error(500, "oh"), Reply.none("away")),
                Arguments.of(error(400, "no"), reply(400, "application/problem+json", null, null, "{}")),
                Arguments.of(redirect("/update/1/x"), redirect("/update/1/y")));
    }

    @ParameterizedTest
    @MethodSource("noReasons")
    void hasNoOtherReasons(Reply left, Reply right) {
        assertThat(verdict(left, right)).isInstanceOf(Different.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/update/1/%zz/x", "/update/../x", "/update/1/."})
    void leavesToTheWebServerWhatItDecides(String target) {
        assertThat(ALL.of(new Request(target, false), Force.MAPPING, error(400, "bad"), error(200, EMPTY)))
                .isInstanceOfSatisfying(
                        Ignored.class, ignored -> assertThat(ignored.reason()).isEqualTo(Reason.WEB_SERVER_IN_FRONT));
    }

    @Nested
    class Summary {

        @Test
        void isWhatEachSideOffers() {
            Difference difference = difference(ok("1", "1", OLD), ok("1", "1", EMPTY));
            assertThat(difference.left().release() + ", " + difference.right().release())
                    .isEqualTo("149.0 build 20250101, nothing");
        }

        @Test
        void isAlsoWhatAddonsAndJsonOffer() {
            Difference difference = difference(
                    ok("1", "1", "<updates><addons><addon id=\"gmp\" URL=\"x\" version=\"2\"/></addons></updates>"),
                    ok("1", "1", "{\"version\": \"3.1\"}"));
            assertThat(difference.left().release() + ", " + difference.right().release())
                    .isEqualTo("gmp 2, 3.1");
        }

        @Test
        void isTheFirstLineThatIsNotThere() {
            Difference difference =
                    difference(ok("1", "1", OLD), ok("1", "1", update("149.0", "20250101", "https://x/b")));
            assertThat(difference.right().line()).startsWith("<patch type=\"complete\" URL=\"https://x/b\"");
        }

        private static Difference difference(Reply left, Reply right) {
            return ((Different) verdict(left, right)).difference();
        }
    }

    @Test
    void doesNotCompareFilesOfChannelsByTheirUrl() {
        assertThat(new Classification(true, false)
                        .of(
                                REQUEST,
                                Force.MAPPING,
                                ok("1", "1", update("150.0", "2", "https://x/live")),
                                ok("1", "1", update("150.0", "2", "https://y/test"))))
                .isEqualTo(new Same(true));
    }

    @Test
    void doesNotCompareRulesWhereToldSo() {
        assertThat(new Classification(false, true)
                        .of(REQUEST, Force.MAPPING, ok("1", "1", OLD), reply(200, "text/xml", null, null, OLD)))
                .isEqualTo(new Same(false));
    }

    @Test
    void callsMovingWhatDiffersNoLonger() {
        Verdict first = verdict(ok("1", "1", OLD), ok("1", "2", OLD));
        assertThat(first.afterwards(new Same(false))).isInstanceOf(Moving.class);
    }

    @Test
    void callsDifferentWhatDiffersAgain() {
        Verdict first = verdict(ok("1", "1", OLD), ok("1", "2", OLD));
        assertThat(first.afterwards(first)).isInstanceOf(Different.class);
    }

    @Test
    void keepsTheGraverVerdictOfTheTwoSidesOfTheDice() {
        Verdict different = verdict(ok("1", "1", OLD), ok("1", "2", OLD));
        assertThat(new Same(false).and(different).and(new Same(true))).isEqualTo(different);
    }

    private static Verdict verdict(Reply left, Reply right) {
        return ALL.of(REQUEST, Force.MAPPING, left, right);
    }
}
