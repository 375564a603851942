package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What people wait for who look at the queue: the signoffs that 1,000 pending sets need and have, and everything that
 * stands between one set and going live, over 10,000 rules and 300 releases, with signoffs and gates on three channels.
 */
public final class ReviewRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int SETS = 1_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 30;
    private static final Actor AUTHOR = new Actor("bootstrap");

    private ReviewRun() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:review",
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            new LoadedTables(application).fill(RULES, RELEASES);
            LoadedQueue queue = new LoadedQueue(application);
            queue.invite();
            queue.guard();
            queue.fill(SETS);
            run(application);
        }
    }

    private static void run(ConfigurableApplicationContext application) {
        ReadinessCheck judging = application.getBean(ReadinessCheck.class);
        CurrentState state = application.getBean(SnapshotKeeper.class).refresh();
        ChangeSet middle = state.queue().get(SETS / 2);
        Durations listing =
                new Durations("signoffs needed and missing of " + state.queue().size() + " pending sets");
        Durations standing = new Durations("requirements, gates and obstacles of the set in the middle of them");
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            judging.forecast(state.live(), state.queue(), state.circumstances())
                    .values()
                    .forEach(Readiness::missing);
            long listed = System.nanoTime();
            int gates = judging.readiness(middle, state.live(), state.queue(), state.circumstances())
                    .gates()
                    .size();
            long judged = System.nanoTime();
            if (gates == 0) {
                throw new IllegalStateException("the set changes nothing that is gated");
            }
            if (round >= WARM_UP) {
                listing.add(listed - start);
                standing.add(judged - listed);
            }
        }
        listing.print();
        standing.print();
    }
}
