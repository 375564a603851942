package dev.rehearsal.insight.impact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** An impact that is being worked out in the background, for all who want to know it. */
public final class ImpactRun {

    private static final int EARS_MILLIS = 200;

    private final CompletableFuture<List<ChannelImpact>> found = new CompletableFuture<>();
    private volatile int done;
    private volatile int all = 1;

    private ImpactRun() {}

    static ImpactRun start(Executor executor, Function<ImpactSteps, List<ChannelImpact>> work) {
        ImpactRun run = new ImpactRun();
        executor.execute(() -> {
            try {
                run.found.complete(List.copyOf(work.apply(run::made)));
            } catch (RuntimeException | Error failure) {
                run.found.completeExceptionally(failure);
            }
        });
        return run;
    }

    private void made(int steps, int ofThese) {
        all = Math.max(1, ofThese);
        done = steps;
    }

    public int done() {
        return done;
    }

    public int all() {
        return all;
    }

    boolean hasFailed() {
        return found.isCompletedExceptionally();
    }

    /** Returns what is known already; empty where it is not, or could not be worked out. */
    public Optional<List<ChannelImpact>> now() {
        return found.isDone() && !hasFailed() ? Optional.of(found.join()) : Optional.empty();
    }

    /** Waits for so long at most; empty where it takes longer. */
    public Optional<List<ChannelImpact>> within(Duration patience) {
        try {
            return Optional.of(found.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the impact could not be worked out", failed.getCause());
        }
    }

    /** Waits to the end, and tells how far it has come. */
    public List<ChannelImpact> await(ImpactSteps ears) {
        while (!Thread.currentThread().isInterrupted()) {
            ears.made(done, all);
            Optional<List<ChannelImpact>> known = within(Duration.ofMillis(EARS_MILLIS));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return List.of();
    }
}
