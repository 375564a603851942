package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.staging.ProductChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a change of a live channel must not do to clients.
 *
 * @param product null for each product that is named on the channel, and any other one
 * @param percent of requests; null for a kind without a limit
 * @param cannotSayBlocks whether a rail that blocks does so where it cannot be said
 * @param passedBy the role whose holders may pass over it, for one state at a time
 */
public record GuardRail(
        long id,
        @Nullable String product,
        String liveChannel,
        Kind kind,
        @Nullable Integer percent,
        Mode mode,
        boolean cannotSayBlocks,
        Role passedBy,
        int dataVersion)
        implements NumberedRow<GuardRail> {

    /**
     * The kinds of fault that a guard rail is against. Only what a change brings about counts: what was so before is no
     * fault of it.
     */
    public enum Kind implements WireNamed {
        NO_LOST_UPDATES("nobody loses updates"),
        NOTHING_OLDER("nobody is offered something older than they have"),
        AT_MOST_CHANGED("at most %d %% of requests get something else"),
        NO_LOST_FILES("no locale or platform that had a file has none"),
        RATE_HAS_FALLBACK("a rate below 100 % has a fallback"),
        URLS_ANSWER("every URL of a new release answers");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Whether it is about a share of what clients ask. */
        public boolean asksTraffic() {
            return switch (this) {
                case NO_LOST_UPDATES, NOTHING_OLDER, AT_MOST_CHANGED -> true;
                case NO_LOST_FILES, RATE_HAS_FALLBACK, URLS_ANSWER -> false;
            };
        }

        public boolean hasLimit() {
            return this == AT_MOST_CHANGED;
        }

        /** @throws IllegalArgumentException for any other word */
        public static Kind named(String word) {
            return WireNamed.find(Kind.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("must be one of " + words()));
        }

        public static String words() {
            return Arrays.stream(values()).map(Kind::wireName).collect(Collectors.joining(", "));
        }
    }

    /**
     * The modes of a guard rail tell what comes of a fault that it finds: nothing but a line, a warning, or that the
     * change does not go live.
     */
    public enum Mode implements WireNamed {
        DRY_RUN,
        WARN,
        BLOCK;

        /** @throws IllegalArgumentException for any other word */
        public static Mode named(String word) {
            return WireNamed.find(Mode.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("must be dry_run, warn or block"));
        }
    }

    /** Returns what of it decides what it finds, in short. */
    public String terms() {
        return kind.wireName() + (percent == null ? "" : " " + percent);
    }

    /** Returns what must not happen, in words. */
    public String sentence() {
        return kind.hasLimit() ? kind.sentence.formatted(percent) : kind.sentence;
    }

    public boolean isAbout(ProductChannel pair) {
        return liveChannel.equals(pair.channel()) && (product == null || product.equals(pair.product()));
    }

    /** Whether anybody has to agree where it finds a fault. */
    public boolean blocks() {
        return mode == Mode.BLOCK;
    }

    /** Returns that one holder of the role must agree, for what asks for as much as passing over it does. */
    public Requirements requirements() {
        return blocks() ? Requirements.of(passedBy, 1) : Requirements.NONE;
    }

    /** Returns what is wrong with its limit; nothing where it has one just if its kind has. */
    public Optional<String> wrongLimit() {
        if (!kind.hasLimit()) {
            return percent == null
                    ? Optional.empty()
                    : Optional.of("must be left out: '%s' has no limit".formatted(kind.wireName()));
        }
        return percent != null && percent >= 1 && percent < 100
                ? Optional.empty()
                : Optional.of("must be a whole number from 1 to 99");
    }

    @Override
    public GuardRail numbered(long number, int version) {
        return new GuardRail(number, product, liveChannel, kind, percent, mode, cannotSayBlocks, passedBy, version);
    }

    /** Returns those that stand for a pair. */
    public static List<GuardRail> about(List<GuardRail> rails, ProductChannel pair) {
        return rails.stream().filter(rail -> rail.isAbout(pair)).toList();
    }
}
