package dev.rehearsal.notice;

import dev.rehearsal.enactment.rail.UrlCheck;
import dev.rehearsal.notice.outgoing.Request;
import dev.rehearsal.notice.outgoing.Sender;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks whether URLs of releases answer, some at a time, by HEAD; a redirect is an answer, and is not followed. */
final class ReleaseUrls implements UrlCheck {

    private static final int AT_A_TIME = 8;
    private static final int FIRST_OF_FAULTS = 400;

    private final Sender sender;
    private final Duration longest;

    /** @param longest for all together */
    ReleaseUrls(Sender sender, Duration longest) {
        this.sender = sender;
        this.longest = longest;
    }

    @Override
    public List<String> failing(Collection<String> urls) {
        List<String> failing = new ArrayList<>();
        long end = System.nanoTime() + longest.toNanos();
        ExecutorService askers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
        try {
            List<Future<Optional<String>>> answers =
                    urls.stream().map(url -> askers.submit(() -> whyNot(url))).toList();
            List<String> asked = List.copyOf(urls);
            for (int place = 0; place < asked.size(); place++) {
                within(answers.get(place), asked.get(place), end - System.nanoTime())
                        .ifPresent(failing::add);
            }
        } finally {
            askers.shutdownNow();
        }
        return failing;
    }

    private static Optional<String> within(Future<Optional<String>> answer, String url, long nanoseconds) {
        try {
            return answer.get(Math.max(nanoseconds, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(url + " was not asked to the end");
        } catch (TimeoutException e) {
            return Optional.of(url + " was not asked in time");
        } catch (ExecutionException e) {
            return Optional.of("%s cannot be asked: %s"
                    .formatted(url, e.getCause() == null ? "" : e.getCause().getMessage()));
        }
    }

    private Optional<String> whyNot(String url) {
        try {
            int status = sender.send(Request.head(URI.create(url)));
            return status < FIRST_OF_FAULTS ? Optional.empty() : Optional.of("%s answers %d".formatted(url, status));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("%s does not answer: %s".formatted(url, e.getMessage()));
        }
    }
}
