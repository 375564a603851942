package dev.rehearsal.ledger;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts how often writes of this node took the lock, and how long they waited for it. */
@Component
class LockWaits implements MeterBinder {

    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long waited) {
        count.increment();
        nanos.add(waited);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionTimer.builder(
                        "rehearsal.write.lock.wait",
                        this,
                        waits -> waits.count.sum(),
                        waits -> waits.nanos.sum(),
                        TimeUnit.NANOSECONDS)
                .description("From asking for the one write lock to having it.")
                .register(registry);
    }
}
