package dev.rehearsal.serve;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that a snapshot's rules have for products and channels, those that most rules name. Clients make up others, of
 * which there is no end.
 *
 * @param channels as rules name them, and mapped test channels
 * @param mains these without what names a partner, also those of which rules only name how they begin
 */
record KnownNames(Set<String> products, Set<String> channels, Set<String> mains) {

    static final String OTHER = "other";

    private static final int MOST_PRODUCTS = 50;
    private static final int MOST_CHANNELS = 100;

    static KnownNames of(Snapshot snapshot) {
        Set<String> tests =
                snapshot.testChannels().stream().limit(MOST_CHANNELS).collect(Collectors.toSet());
        return new KnownNames(
                mostNamed(snapshot, rule -> whole(rule.product()), MOST_PRODUCTS),
                with(tests, mostNamed(snapshot, rule -> whole(rule.channel()), MOST_CHANNELS)),
                with(tests, mostNamed(snapshot, rule -> main(rule.channel()), MOST_CHANNELS)));
    }

    boolean hasProduct(UpdateQuery query) {
        return products.contains(query.product());
    }

    private static @Nullable String whole(@Nullable String name) {
        return name == null || name.contains("*") ? null : name;
    }

    private static @Nullable String main(@Nullable String channel) {
        if (channel == null) {
            return null;
        }
        String begin = channel.endsWith("*") ? channel.substring(0, channel.length() - 1) : channel;
        String main = UpdateQuery.fallbackOf(begin);
        return main.isEmpty() || main.contains("*") ? null : main;
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> mostNamed(Snapshot snapshot, Function<Rule, @Nullable String> name, int most) {
        Map<String, Integer> rules = new HashMap<>();
        snapshot.live().rules().inOrder().stream()
                .map(name)
                .filter(Objects::nonNull)
                .forEach(named -> rules.merge(named, 1, Integer::sum));
        return rules.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
