package dev.rehearsal.snapshot;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out once for a state, for all who look at it: after each write everybody's screens ask for the same. Of
 * the last state alone; whoever asks meanwhile waits for it.
 */
public final class PerState<T> {

    private final Function<CurrentState, T> working;
    private @Nullable Known<T> latest;

    /** @param working may take a while; must not ask this for another state */
    public PerState(Function<CurrentState, T> working) {
        this.working = working;
    }

    private record Known<T>(CurrentState state, T value) {}

    public synchronized T of(CurrentState state) {
        if (latest == null || latest.state() != state) {
            latest = new Known<>(state, working.apply(state));
        }
        return latest.value();
    }
}
