package dev.rehearsal.probe.comparison;

/** Is what comes of comparing the answers to one request. */
public sealed interface Verdict {

    /** @param butForFileUrls whether only the URLs of files differ, which channels have of their own by design */
    record Same(boolean butForFileUrls) implements Verdict {}

    record Ignored(Reason reason, Difference difference) implements Verdict {}

    /**
     * Tells that the answers differed at first, and no longer when the longest cache was over.
     *
     * @param difference of the first time
     */
    record Moving(Difference difference) implements Verdict {}

    record Different(Difference difference) implements Verdict {}

    /** The graver of two about the same request. */
    default Verdict and(Verdict other) {
        return other.weight() > weight() ? other : this;
    }

    private int weight() {
        return switch (this) {
            case Same same -> same.butForFileUrls() ? 1 : 0;
            case Ignored _ -> 2;
            case Moving _ -> 3;
            case Different _ -> 4;
        };
    }

    /** What holds once it was asked again after the longest cache. */
    default Verdict afterwards(Verdict again) {
        return this instanceof Different first && again instanceof Same ? new Moving(first.difference()) : again;
    }
}
