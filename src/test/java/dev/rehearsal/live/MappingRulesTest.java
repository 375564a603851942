package dev.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.problem.Problem;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** release-cdntest shows release for Firefox. */
class MappingRulesTest {

    private static final ChannelMapping CDNTEST =
            new ChannelMapping(7, "Firefox", "release", "release-cdntest", new Scope.WholeQueue(), 1);

    @ParameterizedTest
    @CsvSource({
        "Firefox, release, release-localtest",
        "Thunderbird, release, release-cdntest",
        "Thunderbird, beta, release-cdntest",
        ", beta, release-cdntest",
        "Thunderbird, release-cdntest, release-cdntest-test"
    })
    void nothingStandsAgainstAnotherTestChannelOrAnotherProduct(@Nullable String product, String live, String test) {
        assertThat(problems(product, live, test)).isEmpty();
    }

    @Test
    void severalTestChannelsShowDifferentPartsOfOneQueue() {
        assertThat(MappingRules.problems(
                        new MappingProposal(
                                "Firefox", "release", "release-localtest", new Scope.Only(new ChangeSetId(3))),
                        List.of(CDNTEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "beta"})
    void aTestChannelHasOneLiveChannelForAProduct(String live) {
        assertThat(problems("Firefox", live, "release-cdntest"))
                .containsExactly(
                        "'release-cdntest' shows 'release' already (mapping 7): change that mapping, or remove it"
                                + " first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Firefox", ""})
    void aTestChannelHasNoTestChannels(String product) {
        assertThat(problems(product.isEmpty() ? null : product, "release-cdntest", "release-cdntest-test"))
                .singleElement()
                .asString()
                .contains("'release-cdntest' is a test channel of 'release'", "map to that live channel instead");
    }

    @Test
    void aLiveChannelWithTestChannelsIsNoTestChannel() {
        assertThat(problems("Firefox", "beta", "release"))
                .singleElement()
                .asString()
                .contains("'release' is itself the live channel of 'release-cdntest'");
    }

    @Test
    void twoChannelsDoNotShowEachOther() {
        assertThat(problems("Firefox", "release-cdntest", "release")).hasSize(2);
    }

    @Test
    void aChannelDoesNotShowItself() {
        assertThat(problems("Firefox", "nightly", "nightly")).containsExactly("must not be the live channel itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "a/b",
                "release*",
                "a?b",
                "a#b",
                "a%b",
                "a\\b",
                "a;b",
                "a\"b",
                "größe",
                ".",
                "..",
                "tab\there",
                "release-cdntest-cck-acme"
            })
    void aNameIsOneThatAUrlCanCarry(String name) {
        assertThat(problems("Firefox", "beta", name)).isNotEmpty();
        assertThat(problems("Firefox", name, "beta-cdntest")).isNotEmpty();
    }

    @Test
    void aNameHasAtMost75Characters() {
        assertThat(problems("Firefox", "beta", "b".repeat(75))).isEmpty();
        assertThat(problems("Firefox", "beta", "b".repeat(76))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beta-cdntest", "nightly_oak", "esr~1.2", "a@b:c=d+e,f"})
    void aNameMayBeOfAnyCharactersOfASegment(String name) {
        assertThat(problems("Firefox", "beta", name)).isEmpty();
    }

    private static List<String> problems(@Nullable String product, String live, String test) {
        return MappingRules.problems(new MappingProposal(product, live, test, new Scope.WholeQueue()), List.of(CDNTEST))
                .stream()
                .map(Problem::sentence)
                .toList();
    }
}
