package dev.rehearsal.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Timing;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a page asks its server for, without the files that browsers keep. */
final class Traffic implements AutoCloseable {

    private final Page page;
    private final List<Request> requests = new ArrayList<>();
    private final Consumer<Request> note = this::note;

    Traffic(Page page) {
        this.page = page;
        page.onRequestFinished(note);
    }

    private void note(Request request) {
        String path = URI.create(request.url()).getPath();
        if (!path.startsWith("/VAADIN/") && !path.matches(".*\\.(js|css|svg|woff2|ico)")) {
            requests.add(request);
        }
    }

    /** From the last byte sent to the first received, of all of them together. */
    double serverMillis() {
        return requests.stream().mapToDouble(Traffic::millis).sum();
    }

    double longestMillis() {
        return requests.stream().mapToDouble(Traffic::millis).max().orElse(0);
    }

    /** As sent, which is compressed. */
    long bytes() {
        return requests.stream()
                .mapToLong(request -> request.sizes().responseBodySize)
                .sum();
    }

    private static double millis(Request request) {
        Timing timing = request.timing();
        return Math.max(0, timing.responseStart - timing.requestStart);
    }

    @Override
    public void close() {
        page.offRequestFinished(note);
    }
}
