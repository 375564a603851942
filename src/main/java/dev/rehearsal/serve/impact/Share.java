package dev.rehearsal.serve.impact;

/**
 * The share of all requests that something is true of, as far as a sample tells: with 95 % confidence it is between the
 * bounds.
 *
 * <p>Where each request counts whole or not at all, the bounds are those of Clopper and Pearson. Where some count in part, as
 * dice decide for them, no distribution is known; then the bounds are wider, so that they hold for any (Bentkus). Either way
 * what was sampled itself is certain, which narrows them where little is left. Nothing found says less than 3 in so many.
 *
 * @param lower from 0 to 1
 * @param sampled how many requests the estimate is of
 * @param asked how many there were in all
 */
public record Share(double lower, double estimate, double upper, long sampled, long asked) {

    private static final double MISSED = 0.05;

    /** What is true of nobody in a sample of nobody: anything may be true. */
    private static Share unknown(long asked) {
        return new Share(0, 0, 1, 0, asked);
    }

    /**
     * @param counted how many of the sample it is true of, in sum
     * @param areWhole whether no request counts in part
     * @param sampled drawn without looking at them, none twice
     * @param asked at least as many as sampled
     */
    public static Share of(double counted, boolean areWhole, long sampled, long asked) {
        if (sampled == 0) {
            return unknown(asked);
        }
        double estimate = Math.clamp(counted / sampled, 0, 1);
        if (sampled >= asked) {
            return new Share(estimate, estimate, estimate, sampled, asked);
        }
        double others = sampled - counted;
        double miss = areWhole ? MISSED / 2 : MISSED / 2 / Math.E;
        double low = counted <= 0 ? 0 : lowest((long) Math.floor(counted), sampled, others <= 0 ? MISSED : miss);
        double high = others <= 0 ? 1 : 1 - lowest((long) Math.floor(others), sampled, counted <= 0 ? MISSED : miss);
        return new Share(
                Math.clamp(low, counted / asked, estimate),
                estimate,
                Math.clamp(high, estimate, 1 - others / asked),
                sampled,
                asked);
    }

    /** Returns the least share of which so many in a sample would not be less likely than that. */
    private static double lowest(long counted, long sampled, double miss) {
        return counted == 0 ? 0 : new Beta(counted, sampled - counted + 1.0).quantile(miss);
    }

    /** Whether nothing was found, so that only a bound is known. */
    public boolean isOfNone() {
        return estimate == 0;
    }
}
