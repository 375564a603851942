package dev.rehearsal.staging;

import dev.rehearsal.blob.Digest;
import dev.rehearsal.blob.ReleaseContents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything in the stored state that decides answers for one product and live channel.
 *
 * <p>Equal fingerprints mean equal answers. It may change without an answer changing, never the reverse. Ids, aliases,
 * comments, data versions and the spelling of JSON do not matter; of priorities only the order, of a channel only which
 * of the live channel's requests it matches. Shutoffs and the allow-list are not part of it.
 *
 * @param value 64 lower-case hex digits
 */
public record Fingerprint(String value) {

    /** Takes the fingerprint of one product and live channel; cost grows with the number of rules. */
    public static Fingerprint of(Tables tables, ReleaseContents contents, String product, String live) {
        return over(tables, contents, live).apply(product);
    }

    /** Takes the fingerprints of any product on one live channel: the rules are gone through once for all of them. */
    public static Function<String, Fingerprint> over(Tables tables, ReleaseContents contents, String live) {
        ChannelState state = ChannelState.ofManyPatterns(tables, live, contents);
        return product -> deciding(state, product).fingerprint();
    }

    /** A fingerprint that is replaced by another. */
    public record Replaced(Fingerprint before, Fingerprint after) {}

    /**
     * Finds the products whose fingerprint on a live channel is another after a step; cheaper than to take all.
     *
     * @param step all that differs then
     */
    public static Function<String, Optional<Replaced>> replaced(
            Tables before, List<Transition> step, ReleaseContents contents, String live) {
        ChannelState first = ChannelState.ofManyPatterns(before, live, contents);
        ChannelState second = first.copy();
        second.follow(step);
        return product -> {
            if (!first.reachOf(named(product)).isTouchedBy(step)) {
                return Optional.empty();
            }
            Deciding was = deciding(first, product);
            Deciding becomes = deciding(second, product);
            return was.decidesAs(becomes)
                    ? Optional.empty()
                    : Optional.of(new Replaced(was.fingerprint(), becomes.fingerprint()));
        };
    }

    private static Deciding deciding(ChannelState state, String product) {
        return state.deciding(named(product), Lens.EVERYTHING);
    }

    private static @Nullable String named(String product) {
        return ProductChannel.ANY_OTHER.equals(product) ? null : product;
    }

    /** Takes one of all products at once: it changes when that of any does, whether rules name it or not. */
    public static Fingerprint ofEvery(Tables tables, ReleaseContents contents, String live) {
        ChannelState state = new ChannelState(tables, live, contents);
        Digest digest = new Digest();
        digest.add(state.deciding(null, Lens.EVERYTHING).fingerprint().value());
        for (String product : state.productsOfTheirOwn()) {
            digest.add(product)
                    .add(state.deciding(product, Lens.EVERYTHING).fingerprint().value());
        }
        return new Fingerprint(digest.hash().value());
    }

    @Override
    public String toString() {
        return value;
    }
}
