package dev.rehearsal.serve.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says a share for people, as exactly as it is known. */
public final class Percentage {

    private static final int MOST_DECIMALS = 6;

    private Percentage() {}

    /**
     * Returns text such as {@code 11.9 % (11.7–12.1)}, {@code 25 %} of what was counted whole, or {@code less than
     * 0.003 %}.
     */
    public static String of(Share share) {
        int decimals = decimals((share.upper() - share.lower()) / 2, share.estimate());
        if (share.isOfNone()) {
            return share.upper() == 0
                    ? "0 %"
                    : "less than " + told(share.upper(), places(share.upper()), RoundingMode.UP) + " %";
        }
        String estimate = told(share.estimate(), decimals, RoundingMode.HALF_UP) + " %";
        return share.lower() == share.upper()
                ? estimate
                : "%s (%s–%s)"
                        .formatted(
                                estimate,
                                told(share.lower(), decimals, RoundingMode.DOWN),
                                told(share.upper(), decimals, RoundingMode.UP));
    }

    /** Returns how many decimals tell the first digit of what is not known; one after the first of what is counted. */
    private static int decimals(double unknown, double value) {
        return unknown > 0 ? places(unknown) : Math.min(places(value) + (value < 0.01 ? 1 : 0), MOST_DECIMALS);
    }

    private static int places(double share) {
        return share <= 0 ? 0 : Math.clamp((int) Math.ceil(-Math.log10(100 * share)), 0, MOST_DECIMALS);
    }

    private static String told(double share, int decimals, RoundingMode rounding) {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(decimals, rounding);
        return percent.signum() == 0 ? "0" : percent.toPlainString();
    }
}
