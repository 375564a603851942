package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelPatternTest {

    @ParameterizedTest
    @CsvSource({
        "release,           true",
        "release*,          true",
        "rel*,              true",
        "release-*,         true",
        "release-cck-*,     true",
        "release-cck-acme,  true",
        "release-cck-ac*,   true",
        "release-cdntest,   false",
        "release-cdntest*,  false",
        "release-c*,        true",
        "release-cd*,       false",
        "beta,              false",
        "releasetest,       false",
        "r*,                false",
        "*,                 false",
    })
    void aPatternCanMatchALiveChannelIfItMatchesItOrAPartnersChannel(String pattern, boolean expected) {
        assertThat(ChannelPattern.of(pattern).canMatchLiveChannel("release")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"(x*, (xyz, true", "(x*, x, false", "a+b*, a+bc, true", "a+b*, aab, false", "a.b*, aXb, false"})
    void whatPrecedesTheStarIsTakenLiterally(String pattern, String channel, boolean expected) {
        assertThat(ChannelPattern.of(pattern).matches(channel)).isEqualTo(expected);
    }

    @Test
    void aPartnersChannelDoesNotStandForItsMainOneUnlessAskedWithIt() {
        ChannelPattern release = ChannelPattern.of("release");
        assertThat(release.matches("release-cck-acme")).isFalse();
        assertThat(release.matches("release-cck-acme", "release")).isTrue();
    }

    @Test
    void aGlobEndsAtANewline() {
        assertThat(ChannelPattern.of("release*").matches("release\nx")).isFalse();
        assertThat(ChannelPattern.of("release*").matches("release\n")).isTrue();
    }

    /** Compared with all channels that tell the patterns apart. */
    @Test
    void patternsOverlapIfSomeChannelMatchesBoth() {
        List<String> patterns = List.of(
                "release",
                "release*",
                "rel*",
                "release-c*",
                "release-cck-*",
                "release-cck-acme",
                "release-cck-other",
                "release-cdntest",
                "beta",
                "r*",
                "*");
        List<String> channels = List.of(
                "release",
                "releasetest",
                "release-cck-acme",
                "release-cck-other",
                "release-cck-third",
                "release-cdntest",
                "relay",
                "beta",
                "beta-cck-acme");
        for (String one : patterns) {
            for (String other : patterns) {
                boolean both = channels.stream().anyMatch(channel -> matches(one, channel) && matches(other, channel));
                assertThat(ChannelPattern.of(one).overlaps(ChannelPattern.of(other)))
                        .as(one + " and " + other)
                        .isEqualTo(both);
            }
        }
    }

    private static boolean matches(String pattern, String channel) {
        return ChannelPattern.of(pattern).matches(channel, UpdateQuery.fallbackOf(channel));
    }
}
