package dev.rehearsal.serve;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts requests that were told to come again later. */
final class Unavailable implements MeterBinder {

    /** The reasons why nothing was done. */
    enum Reason {
        /** No rules are loaded that an update URL could be answered from. */
        NOT_READY,
        /** As many requests were at work as this node takes. */
        BUSY,
        /** Mostly a database that is away. */
        DATABASE
    }

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(Reason.values().length).toArray(LongAdder[]::new);

    void count(Reason reason) {
        counts[reason.ordinal()].increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Arrays.stream(Reason.values())
                .forEach(reason -> FunctionCounter.builder(
                                "rehearsal.unavailable", counts[reason.ordinal()], LongAdder::sum)
                        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                        .description("Requests that were answered with 503.")
                        .register(registry));
    }
}
