package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.Verdict;
import dev.rehearsal.probe.comparison.wire.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes once over requests, over several connections at a time. The first failure ends it. */
final class Pass {

    private static final int SECONDS_BETWEEN_LINES = 5;

    /** Takes the verdict on the request at a place. */
    interface Verdicts {
        void add(int at, Verdict verdict);
    }

    private final Comparison comparison;
    private final StateFile state;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    Pass(Comparison comparison, StateFile state, Progress progress) {
        this.comparison = comparison;
        this.state = state;
        this.progress = progress;
    }

    void over(List<Integer> places, Verdicts verdicts) throws InterruptedException {
        int workers = Math.min(comparison.connections(), places.size());
        CountDownLatch done = new CountDownLatch(workers);
        List<Future<?>> work = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, workers));
        try {
            for (int worker = 0; worker < workers; worker++) {
                work.add(threads.submit(() -> {
                    try {
                        ask(places, verdicts);
                    } finally {
                        done.countDown();
                    }
                    return null;
                }));
            }
            while (!done.await(SECONDS_BETWEEN_LINES, TimeUnit.SECONDS)) {
                state.flush();
                progress.tell();
            }
        } finally {
            threads.shutdownNow();
            state.flush();
        }
        for (Future<?> one : work) {
            rethrow(one);
        }
    }

    private void ask(List<Integer> places, Verdicts verdicts) throws InterruptedException {
        boolean whole = false;
        try (Conversation left = comparison.left().converse();
                Conversation right = comparison.right().converse()) {
            for (int turn = next.getAndIncrement();
                    turn < places.size() && !ended.get();
                    turn = next.getAndIncrement()) {
                int at = places.get(turn);
                Verdict verdict =
                        comparison.compare(comparison.requests().get(at).request(), left, right);
                verdicts.add(at, verdict);
                progress.add(verdict instanceof Verdict.Different);
            }
            whole = true;
        } finally {
            if (!whole) {
                ended.set(true);
            }
        }
    }

    private static void rethrow(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (CancellationException cancelled) {
            throw new IllegalStateException(cancelled);
        }
    }
}
