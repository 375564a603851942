package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.staging.LiveState.live;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that match release-cdntest, which is mapped to release, and not release. */
class ShadowedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release-cdntest",
                "release-cdntest*",
                "release-cdn*",
                "release-cdntest-cck-acme",
                "release-cdntest-cck-*"
            })
    void aHandMadeRuleOfTheTestChannelIsShadowed(String channel) {
        assertThat(shadowed("Firefox", "Firefox", channel)).containsExactly(1L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"release", "release*", "release-*", "release-cck-acme", "beta", "release-localtest", "r*"})
    void aRuleThatMatchesTheLiveChannelOrNeitherIsNot(@Nullable String channel) {
        assertThat(shadowed("Firefox", "Firefox", channel)).isEmpty();
    }

    @Test
    void aRuleOfAnotherProductIsNot() {
        assertThat(shadowed("Firefox", "Thunderbird", "release-cdntest")).isEmpty();
    }

    @Test
    void aRuleOfAnyProductIsWhereAllAreAskedFor() {
        assertThat(shadowed(null, "Thunderbird", "release-cdntest")).containsExactly(1L);
    }

    private static List<Long> shadowed(@Nullable String asked, String product, @Nullable String channel) {
        Tables tables = live().rule(aRule().withId(1).forProduct(product).forChannel(channel))
                .tables();
        return Shadowed.rules(tables, asked, "release", "release-cdntest").stream()
                .map(rule -> rule.id().value())
                .toList();
    }
}
