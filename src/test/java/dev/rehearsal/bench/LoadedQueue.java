package dev.rehearsal.bench;

import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signoffs and gates on three channels, the people who give them, and a long queue. */
final class LoadedQueue {

    /** Everybody's, in benchmarks only. */
    static final String PASSWORD = "only-for-benchmarks";

    static final List<String> PEOPLE = List.of("ada", "ben", "cleo");

    private static final Actor AUTHOR = new Actor("bootstrap");

    private final ConfigurableApplicationContext application;

    LoadedQueue(ConfigurableApplicationContext application) {
        this.application = application;
    }

    void invite() {
        PeopleStore people = application.getBean(PeopleStore.class);
        application.getBean(WriteLock.class).write(AUTHOR, WriteKind.LIVE, entry -> {
            for (String person : PEOPLE) {
                people.put(entry, person, new Permission(PermissionName.RULE, Set.of(), Set.of(), 1));
                people.addRole(entry, person, new Role("relman"));
                people.addRole(entry, person, new Role("qa"));
            }
            return entry;
        });
        PEOPLE.forEach(person -> application.getBean(Accounts.class).setPassword(AUTHOR, person, PASSWORD));
    }

    void guard() {
        application.getBean(WriteLock.class).write(AUTHOR, WriteKind.LIVE, entry -> {
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

    /** Makes this many channels of Firefox, most of them partners', need signoffs, and every other one a test. */
    void guard(int channels) {
        List<Rule> rules = application.getBean(Rules.class).all();
        List<RequiredSignoff> required = rules.stream()
                .filter(rule -> "Firefox".equals(rule.product()))
                .map(Rule::channel)
                .filter(Objects::nonNull)
                .filter(channel -> !channel.contains("*") && !channel.contains("-cdn"))
                .distinct()
                .limit(channels)
                .map(channel -> new RequiredSignoff("Firefox", channel, new Role("relman"), 2, 1))
                .toList();
        if (required.size() < channels) {
            throw new IllegalStateException("there are " + required.size() + " channels only");
        }
        application.getBean(WriteLock.class).write(AUTHOR, WriteKind.LIVE, entry -> {
            for (int number = 0; number < channels; number++) {
                RequiredSignoff one = required.get(number);
                application.getBean(RequiredSignoffs.class).put(entry, one);
                if (number % 2 == 0) {
                    application
                            .getBean(Gates.class)
                            .add(entry, new Gate(0, one.product(), one.channel(), new Role("qa"), 1, List.of(), 1));
                }
            }
            return entry;
        });
    }

    /** Makes sets that were due long ago, which wait for a decision: one, and copies of its rows. */
    void fillDisarmed(int sets) {
        Rule rule = application.getBean(Rules.class).all().getFirst();
        ChangeSet one = application
                .getBean(WriteLock.class)
                .write(
                        AUTHOR,
                        WriteKind.QUEUE,
                        entry -> application
                                .getBean(ChangeSets.class)
                                .importSet(
                                        entry,
                                        application.getBean(LiveTables.class).at(entry.found()),
                                        Map.of(),
                                        new NewChangeSet(
                                                AUTHOR,
                                                "Disarmed",
                                                Instant.now().minusSeconds(3_600),
                                                List.of(new Proposal.EditRule(
                                                        rule.id(), null, Map.of("comment", "disarmed"))))));
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        String set = "title, author, created_at, due, state, content_at, disarmed_at, disarmed_reason, data_version";
        String change = "place, object, change_type, target, content, written_by, data_version";
        jdbc.sql("insert into change_sets (id, " + set + ") select 1000000 + r.x, " + set
                        + " from change_sets, system_range(2, ?) r where id = ?")
                .params(sets, one.id().value())
                .update();
        jdbc.sql("insert into changes (id, set_id, " + change + ") select 1000000 + r.x, 1000000 + r.x, " + change
                        + " from changes, system_range(2, ?) r where set_id = ?")
                .params(sets, one.id().value())
                .update();
    }

    /** Makes all that is pending due by now. */
    void makeDue() {
        application
                .getBean(JdbcClient.class)
                .sql("update change_sets set due = due - 100000000 where state = 'pending' and disarmed_at is null")
                .update();
        application.getBean(WriteLock.class).write(AUTHOR, WriteKind.LIVE, entry -> entry);
    }

    /** @param sets how many are pending afterwards */
    void fill(int sets) {
        fill(
                sets,
                application.getBean(Rules.class).all().stream()
                        .skip(1_000)
                        .filter(rule -> "release".equals(rule.channel()) || "beta".equals(rule.channel()))
                        .toList());
    }

    /**
     * Adds sets that nobody has signed, of rules that ask for signoffs and that no other pending set is about.
     *
     * @param sets how many are pending afterwards
     */
    void fillWaiting(int sets) {
        SignoffPolicy policy = application.getBean(RequiredSignoffs.class).policy();
        Set<RuleId> taken = application.getBean(SnapshotKeeper.class).current().queue().stream()
                .flatMap(set -> set.changes().stream())
                .map(ChangeSet::ruleOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Rule> rules = application.getBean(Rules.class).all().stream()
                .filter(rule -> !policy.ofRule(rule).isEmpty())
                .filter(rule -> rule.channel() == null || !rule.channel().contains("-cdn"))
                .filter(rule -> !taken.contains(rule.id()))
                .toList();
        fill(sets, rules);
    }

    private void fill(int sets, List<Rule> rules) {
        ChangeSets changeSets = application.getBean(ChangeSets.class);
        int known = application.getBean(SnapshotKeeper.class).current().queue().size();
        if (rules.size() < sets - known) {
            throw new IllegalStateException("there are " + rules.size() + " such rules only");
        }
        application.getBean(WriteLock.class).write(AUTHOR, WriteKind.QUEUE, entry -> {
            var live = application.getBean(LiveTables.class).at(entry.found());
            for (int number = 0; number < sets - known; number++) {
                Rule rule = rules.get(number);
                changeSets.importSet(
                        entry,
                        live,
                        Map.of(),
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
}
