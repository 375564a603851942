package dev.rehearsal.ui.shares;

import dev.rehearsal.enactment.rollout.ReachedShare;
import dev.rehearsal.ui.frame.Messages;

/** Says in words what a background rate comes to in time. */
public final class RateInTime {

    private static final Messages MESSAGES = Messages.beside(RateInTime.class);

    private static final int DAYS = 7;

    private RateInTime() {}

    /**
     * Returns text such as {@code Dice fall each time a client asks: 1 % reaches 3.9 % of clients after 4 checks, 24.5
     * % after 28}.
     */
    public static String said(int rate) {
        return rate <= 0 || rate >= 100 ? "" : MESSAGES.get("rate", reached(rate));
    }

    /** Returns text such as {@code 1 % reaches 3.9 % of clients after 4 checks, 24.5 % after 28}. */
    public static String reached(int rate) {
        int day = ReachedShare.CHECKS_A_DAY;
        int week = day * DAYS;
        return MESSAGES.get(
                "rate.reached",
                rate,
                ShareFormatter.percent(ReachedShare.after(rate, day)),
                day,
                ShareFormatter.percent(ReachedShare.after(rate, week)),
                week);
    }

    /** @param entered what somebody has written so far; nothing is said of what is no rate */
    public static String said(String entered) {
        return entered.strip().matches("\\d{1,2}") ? said(Integer.parseInt(entered.strip())) : "";
    }
}
