package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
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
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final Actor AUTHOR = new Actor("bootstrap");

    private ReviewRun() {}

    public static void main(String[] arguments) {
        judge();
        write();
        TickRun.main(arguments);
    }

    static ConfigurableApplicationContext start(String database) {
        ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:" + database,
                "--rehearsal.enactor.interval=1h",
                LoadedTables.TOKEN,
                "--logging.level.root=warn");
        new LoadedTables(application).fill(RULES, RELEASES);
        return application;
    }

    /** Signoffs and gates on three channels, as most have them. */
    private static void judge() {
        try (ConfigurableApplicationContext application = start("review")) {
            LoadedQueue queue = new LoadedQueue(application);
            queue.invite();
            queue.guard();
            queue.fill(SETS);
            listing(application);
            standing(application, "the set in the middle of " + SETS);
        }
    }

    /** Signoffs on forty channels, tests on every other one; then what writes take. */
    private static void write() {
        try (ConfigurableApplicationContext application = start("writes")) {
            LoadedQueue queue = new LoadedQueue(application);
            queue.invite();
            queue.guard(40);
            queue.fill(SETS / 2);
            standing(application, "one set in a queue of 500, 40 guarded channels");
            editing(application, "a direct edit of a rule with 500 pending sets");
            queue.fillDisarmed(5_000);
            standing(application, "the same set beside 5,000 disarmed ones");
            editing(application, "the same edit beside 5,000 disarmed sets");
            reading(application);
        }
    }

    private static void listing(ConfigurableApplicationContext application) {
        ReadinessCheck check = application.getBean(ReadinessCheck.class);
        NodeState state = application.getBean(SnapshotKeeper.class).refresh();
        measure(
                "signoffs needed and missing of " + state.queue().size() + " pending sets",
                round -> check.forecast(state.live(), state.queue(), state.circumstances())
                        .values()
                        .forEach(Readiness::missing));
    }

    private static void standing(ConfigurableApplicationContext application, String what) {
        ReadinessCheck check = application.getBean(ReadinessCheck.class);
        NodeState state = application.getBean(SnapshotKeeper.class).refresh();
        ChangeSet middle = state.queue().get(state.queue().size() / 2);
        measure(
                "requirements, gates and obstacles of " + what,
                round -> check.readiness(middle, state.live(), state.queue(), state.circumstances()));
    }

    /** Edits a rule that nobody guards, and that no set is about. */
    private static void editing(ConfigurableApplicationContext application, String what) {
        Rule free = freeRule(application);
        EnactmentService enactment = application.getBean(EnactmentService.class);
        measure(
                what,
                round -> enactment.enactAtOnce(
                        AUTHOR,
                        "Directly",
                        List.of(new Proposal.EditRule(free.id(), null, Map.of("comment", what + round)))));
    }

    static Rule freeRule(ConfigurableApplicationContext application) {
        return application.getBean(Rules.class).all().stream()
                .filter(rule -> "GMP".equals(rule.product()) && "nightly".equals(rule.channel()))
                .findFirst()
                .orElseThrow();
    }

    private static void reading(ConfigurableApplicationContext application) {
        ChangeQueue queue = application.getBean(ChangeQueue.class);
        measure("reading 500 pending sets beside 5,000 disarmed ones", round -> queue.pending());
        ChangeSets sets = application.getBean(ChangeSets.class);
        measure("reading 1,000 disarmed sets, as the screen of changes does", round -> sets.inState("disarmed", 1_000));
    }

    static void measure(String what, IntConsumer work) {
        Durations durations = new Durations(what);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            work.accept(round);
            if (round >= WARM_UP) {
                durations.add(System.nanoTime() - start);
            }
        }
        durations.print();
    }
}
