package dev.rehearsal.ui.shares;

import com.vaadin.flow.component.UI;
import dev.rehearsal.insight.traffic.SampleFacts;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shares of requests in words. */
public final class ShareFormatter {

    private static final Messages MESSAGES = Messages.beside(ShareFormatter.class);

    private static final double LEAST = 0.0005;

    private ShareFormatter() {}

    /** Returns text such as {@code 12.4 %}. */
    public static String percent(double share) {
        if (share > 0 && share < LEAST) {
            return MESSAGES.get("percent.least");
        }
        if (share < 1 && share >= 1 - LEAST) {
            return MESSAGES.get("percent.most");
        }
        return MESSAGES.get("percent", share * 100);
    }

    public static String percent(Share share) {
        return percent(share.estimate());
    }

    /** Returns text such as {@code 12.1 % to 12.7 %}, or {@code exact} where the sample holds all requests. */
    public static String bounds(Share share) {
        if (share.lower() == share.upper()) {
            return MESSAGES.get("percent.exact");
        }
        return MESSAGES.get("percent.bounds", percent(share.lower()), percent(share.upper()));
    }

    /**
     * Returns text such as {@code 50,000 of 1,204,332 requests, Mon 30 Nov 2026, 10:00 UTC to …, from a sample of …}.
     */
    public static String said(SampleFacts sample) {
        return MESSAGES.get(
                "sample",
                Messages.number(sample.sampled()),
                Messages.number(sample.asked()),
                time(sample.from()),
                time(sample.until()),
                sample.source());
    }

    private static String time(Instant at) {
        UI ui = UI.getCurrent();
        ZoneId zone = ui == null ? ZoneOffset.UTC : BrowserZone.of(ui);
        return Moment.text(at, zone);
    }
}
