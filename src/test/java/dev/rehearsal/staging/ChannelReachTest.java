package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelReachTest {

    private static final String LIVE = "release";

    @ParameterizedTest
    @ValueSource(strings = {"release", "release*", "rel*", "re*"})
    void patternsThatMatchTheChannelItselfAreInterchangeable(String pattern) {
        assertThat(ChannelReach.of(pattern, LIVE)).isEqualTo(ChannelReach.of(null, LIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beta",
                "Release",
                "releas",
                "release-cdntest",
                "release-cdntest*",
                "release-cck",
                "r*",
                "*",
                "**",
                "re*ease",
                "cck-acme",
                "release-beta*"
            })
    void whatMatchesNeitherTheChannelNorAPartnerHasNoReach(String pattern) {
        assertThat(ChannelReach.of(pattern, LIVE)).isNull();
        assertThat(ChannelReach.matches(pattern, LIVE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "release-cck-acme, release-cck-acme*",
        "release-cck-acme, release-cck-ac",
        "release-cck-a*, release-cck-ac*",
        "release-cck-acme, release",
        "release-cck-*, release*"
    })
    void patternsOfDifferentPartnersAreToldApart(String one, String other) {
        assertThat(ChannelReach.of(one, LIVE)).isNotNull().isNotEqualTo(ChannelReach.of(other, LIVE));
    }

    @Test
    void patternsOfAllPartnersAreInterchangeable() {
        assertThat(List.of("release-*", "release-c*", "release-cck-*"))
                .allSatisfy(pattern ->
                        assertThat(ChannelReach.of(pattern, LIVE)).isEqualTo(ChannelReach.of("release-cck*", LIVE)));
    }

    @Test
    void aPartnersChannelIsReachedThroughTheOneItFallsBackTo() {
        assertThat(ChannelReach.of("release", "release-cck-acme")).isEqualTo(ChannelReach.of(null, "release-cck-acme"));
    }
}
