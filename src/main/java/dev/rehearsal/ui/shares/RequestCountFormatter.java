package dev.rehearsal.ui.shares;

import dev.rehearsal.insight.traffic.SampleFacts;
import dev.rehearsal.ui.frame.Messages;
import java.time.Duration;

/** Says in words how many requests came. */
public final class RequestCountFormatter {

    private static final Messages MESSAGES = Messages.beside(RequestCountFormatter.class);

    /** Samples are of whole hours. */
    private static final Duration DAY = Duration.ofHours(26);

    private RequestCountFormatter() {}

    /** Returns text such as {@code 12 requests in the last 24 h}. */
    public static String inDay(long asked) {
        return MESSAGES.get("asked.day", asked);
    }

    /** Returns text such as {@code of 12,345 requests in 24 h}. */
    public static String of(SampleFacts sample) {
        Duration length = Duration.between(sample.from(), sample.until());
        String asked = Messages.number(sample.asked());
        return length.compareTo(DAY) <= 0
                ? MESSAGES.get("sample.hours", asked, Math.max(1, length.toHours()))
                : MESSAGES.get("sample.days", asked, Math.max(2, (length.toHours() + 12) / 24));
    }
}
