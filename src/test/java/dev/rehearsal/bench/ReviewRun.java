package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Judging;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.signoff.RequiredSignoff;
import dev.rehearsal.signoff.RequiredSignoffs;
import dev.rehearsal.signoff.Requirements;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.verdict.Gate;
import dev.rehearsal.verdict.Gates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            configure(application);
            queue(application);
            run(application);
        }
    }

    private static void configure(ConfigurableApplicationContext application) {
        PeopleStore people = application.getBean(PeopleStore.class);
        application.getBean(Journal.class).write(AUTHOR, Touches.LIVE, entry -> {
            for (String person : List.of("ada", "ben", "cleo")) {
                people.put(entry, person, new Permission(PermissionName.RULE, Set.of(), Set.of(), 1));
                people.addRole(entry, person, new Role("relman"));
                people.addRole(entry, person, new Role("qa"));
            }
            for (String channel : List.of("release", "beta", "nightly")) {
                application
                        .getBean(RequiredSignoffs.class)
                        .put(entry, new RequiredSignoff("Firefox", channel, new Role("relman"), 2, 1));
                application
                        .getBean(Gates.class)
                        .add(entry, new Gate(0, null, channel, new Role("qa"), 1, List.of(), 1));
            }
            return entry;
        });
    }

    private static void queue(ConfigurableApplicationContext application) {
        List<Rule> rules = application.getBean(Rules.class).all().stream()
                .skip(RULES / 10)
                .filter(rule -> "release".equals(rule.channel()) || "beta".equals(rule.channel()))
                .toList();
        ChangeSets changeSets = application.getBean(ChangeSets.class);
        int known = application.getBean(SnapshotKeeper.class).current().queue().size();
        application.getBean(Journal.class).write(AUTHOR, Touches.QUEUE, entry -> {
            var live = application.getBean(LiveTables.class).at(entry.found());
            for (int number = 0; number < SETS - known; number++) {
                Rule rule = rules.get(number);
                changeSets.importSet(
                        entry,
                        live,
                        Set.of(),
                        new NewChangeSet(
                                AUTHOR,
                                "Set " + number,
                                Instant.now().plusSeconds(3_600 + number),
                                List.of(new Proposal.EditRule(
                                        rule.id(),
                                        null,
                                        Map.of("backgroundRate", rule.backgroundRate() == 50 ? 25 : 50)))));
            }
            return entry;
        });
    }

    private static void run(ConfigurableApplicationContext application) {
        Judging judging = application.getBean(Judging.class);
        CurrentState state = application.getBean(SnapshotKeeper.class).refresh();
        ChangeSet middle = state.queue().get(SETS / 2);
        Durations listing =
                new Durations("signoffs needed and missing of " + state.queue().size() + " pending sets");
        Durations standing = new Durations("requirements, gates and obstacles of the set in the middle of them");
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            var required = judging.required(state.queue(), state.stages().wholeQueue(), state.circumstances());
            state.queue()
                    .forEach(set -> required.getOrDefault(set.id(), Requirements.NONE)
                            .missing(judging.counted(set, state.circumstances())));
            long listed = System.nanoTime();
            int gates = judging.standing(middle, state.live(), state.queue(), state.circumstances())
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
