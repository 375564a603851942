package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version that a rule asks for: one of several, separated by commas, where each is a version, a comparison
 * ({@code <38.0}) or a glob ({@code 78.*}).
 *
 * <p>A pattern that no query can satisfy is not refused here: it fails when a query reaches it, and only if no part
 * before the broken one matches (a Balrog fact).
 */
public final class VersionPattern {

    private final Part[] parts;
    private final List<Range<MozillaVersion>> ranges;

    private VersionPattern(Part[] parts) {
        this.parts = parts;
        this.ranges = Arrays.stream(parts).map(Part::range).toList();
    }

    public static VersionPattern of(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : ValueList.split(text)) {
            parts.add(Part.of(part));
        }
        return new VersionPattern(parts.toArray(Part[]::new));
    }

    /**
     * Whether a version of a Mozilla product matches, whatever the product, as the {@code for} conditions of a blob are
     * judged.
     *
     * @throws BadQueryException if the version, or the part of the pattern that it reaches, is none
     * @throws UnanswerableException if the part that it reaches is no comparison, or the version is empty
     */
    public boolean matches(String version) {
        return matches(ClientVersion.of(VersionGrammar.MOZILLA, version));
    }

    boolean matches(ClientVersion version) {
        for (Part part : parts) {
            if (part.matches(version)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a {@linkplain ClientVersion#isSound sound} version can make this fail. */
    boolean canFail(VersionGrammar grammar) {
        for (Part part : parts) {
            if (part.canFail(grammar)) {
                return true;
            }
        }
        return false;
    }

    /** Ranges that together hold every version of a Mozilla product that matches, and perhaps some that do not. */
    List<Range<MozillaVersion>> ranges() {
        return ranges;
    }

    private record Part(
            String text,
            @Nullable Comparison comparison,
            @Nullable MozillaVersion mozilla,
            @Nullable LooseVersion loose) {

        static Part of(String text) {
            Comparison comparison = Comparison.parse(text);
            if (comparison == null) {
                return new Part(text, null, null, null);
            }
            String operand = comparison.operand();
            return new Part(text, comparison, MozillaVersion.tryParse(operand), LooseVersion.parse(operand));
        }

        boolean matches(ClientVersion version) {
            if (comparison == null || loose == null) {
                throw new UnanswerableException("The rule's version '" + text + "' is no version and no comparison.");
            }
            return switch (version) {
                case ClientVersion.Mozilla(MozillaVersion sent) -> matches(sent, comparison);
                case ClientVersion.Loose(LooseVersion sent) ->
                    comparison.operator().holds(sent.compareTo(loose));
                case ClientVersion.Refused(String sent) -> throw new BadQueryException(MozillaVersion.refusal(sent));
                case ClientVersion.Empty(VersionGrammar grammar) -> throw failureOnEmpty(grammar, comparison);
            };
        }

        private boolean matches(MozillaVersion sent, Comparison comparison) {
            if (mozilla == null) {
                throw new BadQueryException(MozillaVersion.refusal(comparison.operand()));
            }
            return switch (comparison.operator()) {
                case EQUAL -> sent.isSameAs(mozilla);
                case GLOB -> sent.isSameAs(mozilla) || mozilla.isSameAs(sent);
                case AT_LEAST, ABOVE, BELOW, AT_MOST -> comparison.operator().holds(sent.compareTo(mozilla));
            };
        }

        private RuntimeException failureOnEmpty(VersionGrammar grammar, Comparison comparison) {
            return grammar == VersionGrammar.MOZILLA && mozilla == null
                    ? new BadQueryException(MozillaVersion.refusal(comparison.operand()))
                    : new UnanswerableException("The query's version is empty and cannot be compared.");
        }

        boolean canFail(VersionGrammar grammar) {
            return switch (grammar) {
                case MOZILLA -> mozilla == null;
                case LOOSE -> loose == null || !loose.isNumeric();
            };
        }

        Range<MozillaVersion> range() {
            if (comparison == null || mozilla == null) {
                return Range.everything();
            }
            return switch (comparison.operator()) {
                case EQUAL -> new Range<>(mozilla, mozilla);
                case GLOB -> new Range<>(mozilla.lowestCovered(), mozilla.firstBeyond());
                case AT_LEAST, ABOVE -> new Range<>(mozilla, null);
                case BELOW, AT_MOST -> new Range<>(null, mozilla);
            };
        }
    }
}
