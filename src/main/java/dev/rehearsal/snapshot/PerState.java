package dev.rehearsal.snapshot;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is worked out once for a state, for all who look at it: after each write everybody's screens ask for the
 * same. It keeps that of the last state alone; whoever asks meanwhile waits for it.
 */
public final class PerState<T> {

    private final Function<NodeState, T> working;
    private final Function<NodeState, Instant> until;
    private final Supplier<Instant> now;
    private @Nullable Known<T> latest;

    /** @param working may take a while; must not ask this for another state, nor depend on what time it is */
    public PerState(Function<NodeState, T> working) {
        this(working, state -> Instant.MAX, () -> Instant.MIN);
    }

    /**
     * Works out what depends on the time, too.
     *
     * @param working may take a while; must not ask this for another state
     * @param until from when on the same state may come out different
     */
    public PerState(Function<NodeState, T> working, Supplier<Instant> until, Clock clock) {
        this(working, state -> until.get(), clock);
    }

    /**
     * Works out what depends on the time, too.
     *
     * @param until from when on this state may come out different
     */
    public PerState(Function<NodeState, T> working, Function<NodeState, Instant> until, Clock clock) {
        this(working, until, clock::instant);
    }

    private PerState(Function<NodeState, T> working, Function<NodeState, Instant> until, Supplier<Instant> now) {
        this.working = working;
        this.until = until;
        this.now = now;
    }

    private record Known<T>(NodeState state, Instant until, T value) {}

    public synchronized T of(NodeState state) {
        if (latest == null || latest.state() != state || !now.get().isBefore(latest.until())) {
            Instant next = until.apply(state);
            latest = new Known<>(state, next, working.apply(state));
        }
        return latest.value();
    }
}
