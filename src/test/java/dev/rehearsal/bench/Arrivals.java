package dev.rehearsal.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/**
 * When many windows were told something by push. The browser notes it as the message comes in: what the windows draw of it
 * afterwards, all of them on the cores of the server, is not counted.
 */
final class Arrivals {

    private final String sign;
    private final Map<Page, Double> arrived = new HashMap<>();
    private double start = Double.MAX_VALUE;

    /** @param sign what only messages contain that are waited for */
    Arrivals(String sign) {
        this.sign = sign;
    }

    void watch(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("Network.enable");
        browser.on("Network.webSocketFrameReceived", event -> note(page, event));
    }

    private void note(Page page, JsonObject event) {
        double at = event.get("timestamp").getAsDouble();
        String message = event.getAsJsonObject("response").get("payloadData").getAsString();
        if (at >= start && message.contains(sign)) {
            arrived.putIfAbsent(page, at);
        }
    }

    /** From now on; messages before count for nothing. */
    void start() {
        start = monotonicSeconds();
    }

    int count() {
        return arrived.size();
    }

    /** From the start to the last of them. */
    double lastMillis() {
        return (arrived.values().stream().max(Double::compare).orElseThrow() - start) * 1_000;
    }

    /** The clock that the browser tells the times of its events by, on Linux. */
    private static double monotonicSeconds() {
        return System.nanoTime() / 1e9;
    }
}
