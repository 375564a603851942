package dev.rehearsal.live;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingSuggestionTest {

    @ParameterizedTest
    @ValueSource(strings = {"release-localtest", "release-cdntest", "releasetest", "release-cdntest*"})
    void aChannelNamedLikeATestChannelOfAnotherIsOne(String channel) {
        List<MappingSuggestion> suggestions = suggestions(List.of(), "release", channel, channel);

        assertThat(suggestions)
                .containsExactly(new MappingSuggestion(
                        new MappingProposal("Firefox", "release", channel.replace("*", ""), new Scope.WholeQueue()),
                        2));
    }

    @Test
    void rulesForThePartnersOfATestChannelHintAtItToo() {
        assertThat(suggestions(List.of(), "release", "release-cdntest-cck-acme"))
                .extracting(suggestion -> suggestion.proposal().testChannel())
                .containsExactly("release-cdntest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beta-cdntest", "test", "-cdntest", "releases", "release-cdntest2"})
    void aChannelIsNoneWhereNothingIsServedOnWhatItWouldShow(String channel) {
        assertThat(suggestions(List.of(), "release", channel)).isEmpty();
    }

    @Test
    void whatIsMappedAlreadyIsNone() {
        assertThat(suggestions(List.of(mapping("Firefox", "release", "release-cdntest")), "release", "release-cdntest"))
                .isEmpty();
        assertThat(suggestions(List.of(mapping(null, "release", "release-cdntest")), "release", "release-cdntest"))
                .isEmpty();
    }

    @Test
    void whatCouldNotBeMappedIsNone() {
        assertThat(suggestions(List.of(mapping("Firefox", "trunk", "release")), "release", "release-cdntest"))
                .isEmpty();
    }

    @Test
    void aMappingOfAnotherProductIsNoReason() {
        assertThat(suggestions(
                        List.of(mapping("Thunderbird", "release", "release-cdntest")), "release", "release-cdntest"))
                .hasSize(1);
    }

    private static ChannelMapping mapping(@Nullable String product, String live, String test) {
        return new ChannelMapping(1, product, live, test, new Scope.WholeQueue(), 1);
    }

    private static List<MappingSuggestion> suggestions(List<ChannelMapping> mappings, String... channels) {
        List<Rule> rules = IntStream.range(0, channels.length)
                .mapToObj(at -> aRule().withId(at + 1)
                        .forProduct("Firefox")
                        .forChannel(channels[at])
                        .build())
                .toList();
        return MappingSuggestion.among(rules, mappings);
    }
}
