package dev.rehearsal.bench;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Enactor;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.matching.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the enactor takes for a look at 1,000 due sets, over 10,000 rules and 300 releases with signoffs on forty channels and
 * tests on every other one: sets that wait for signoffs, and at first some that nobody has to sign.
 */
public final class TickRun {

    private static final int SETS = 1_000;
    private static final int FREE_OR_NOT = 60;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final Actor AUTHOR = new Actor("bootstrap");

    private final EnactmentService enactment;
    private final Enactor enactor;
    private final ChangeQueue queue;
    private final WriteLock writeLock;
    private final Rule free;

    private TickRun(ConfigurableApplicationContext application) {
        this.enactment = application.getBean(EnactmentService.class);
        this.enactor = application.getBean(Enactor.class);
        this.queue = application.getBean(ChangeQueue.class);
        this.writeLock = application.getBean(WriteLock.class);
        this.free = ReviewRun.freeRule(application);
    }

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = ReviewRun.start("ticks")) {
            LoadedQueue queue = new LoadedQueue(application);
            queue.invite();
            queue.guard(40);
            queue.fill(FREE_OR_NOT);
            queue.fillWaiting(SETS);
            queue.makeDue();
            TickRun run = new TickRun(application);
            run.enacting();
            queue.fillWaiting(SETS);
            queue.makeDue();
            run.looking();
        }
    }

    private void enacting() {
        int before = queue.pending().size();
        long start = System.nanoTime();
        enactor.enactDue();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        int enacted = before - queue.pending().size();
        System.out.printf(
                "the first tick over %d due sets: %d went live in %d ms, %d ms each%n",
                before, enacted, taken.toMillis(), taken.toMillis() / Math.max(1, enacted));
    }

    private void looking() {
        enactor.enactDue();
        String what = "a tick over " + queue.pending().size() + " due sets, ";
        measure(what + "nothing written since", round -> {});
        measure(
                what + "after a write that leaves all as it is",
                round -> writeLock.write(AUTHOR, WriteKind.QUEUE, write -> write));
        measure(
                what + "after an edit of a rule",
                round -> enactment.enactAtOnce(
                        AUTHOR,
                        "Directly",
                        List.of(new Proposal.EditRule(free.id(), null, Map.of("comment", "tick " + round)))));
    }

    /** @param first what happens before each tick, and does not count */
    private void measure(String what, IntConsumer first) {
        Durations durations = new Durations(what);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            first.accept(round);
            long start = System.nanoTime();
            enactor.enactDue();
            if (round >= WARM_UP) {
                durations.add(System.nanoTime() - start);
            }
        }
        durations.print();
    }
}
