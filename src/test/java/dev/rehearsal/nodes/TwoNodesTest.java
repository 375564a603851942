package dev.rehearsal.nodes;

import static dev.rehearsal.nodes.Wanted.file;
import static dev.rehearsal.nodes.Wanted.release;
import static dev.rehearsal.nodes.Wanted.remap;
import static dev.rehearsal.nodes.Wanted.rule;
import static dev.rehearsal.nodes.Wanted.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.Share;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoNodesTest {

    private static final Actor TESTER = new Actor("tester@rehearsal.example");

    @SuppressWarnings("NullAway.Init")
    private static TwoNodes nodes;

    @SuppressWarnings("NullAway.Init")
    private static SharedDatabase database;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
        database = nodes.database;
        database.admin(TESTER, "qa");
        // Whoever writes a gate, somebody else must be able to open it.
        database.admin(new Actor("another@rehearsal.example"), "qa");
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void whatOneNodeWritesTheOtherServesWithoutEverLookingForIt() {
        database.enact(release("Told", "Told-1"));
        nodes.awaitCurrent(nodes.second());

        HttpResponse<String> written = nodes.first().send("POST", "/api/rules", """
                        {"product": "Told", "channel": "release", "distribution": "d", "mapping": "Told-1",
                         "priority": 100, "backgroundRate": 100, "update_type": "minor"}
                        """);

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        Patience.until(
                "the other node serves the rule",
                () -> nodes.second().ask(url("Told", "d")).body().contains(file("Told-1")));
    }

    @Test
    void ofTwoSetsThatWereTestedApartAndAreDueAtOnceOneGoesAndTheOtherWaits() throws SQLException {
        database.enact(
                release("Gated", "Gated-1"),
                release("Gated", "Gated-2"),
                rule("Gated", "one", "Gated-1"),
                rule("Gated", "two", "Gated-1"));
        Map<String, RuleId> rules = rules("Gated");
        Instant due = database.now().plusSeconds(5);
        ChangeSetId one = database.schedule("One of two", due, remap(ruleOf(rules, "one"), "Gated-2"));
        ChangeSetId two = database.schedule("Two of two", due, remap(ruleOf(rules, "two"), "Gated-2"));
        database.write(entry -> {
            ChannelMappings mappings = database.bean(ChannelMappings.class);
            mappings.add(entry, new MappingProposal("Gated", "release", "first-alone", new Scope.Only(one)));
            mappings.add(entry, new MappingProposal("Gated", "release", "second-alone", new Scope.Only(two)));
            return database.bean(Gates.class)
                    .add(entry, new Gate(0, "Gated", "release", new Role("qa"), 1, List.of(), 1));
        });
        passes("first-alone");
        passes("second-alone");

        try (Blockade writing = Blockade.ofWriting(database)) {
            writing.await(nodes.first(), nodes.second());
        }

        Patience.until("one of them is live", () -> database.isLive(one) || database.isLive(two));
        awaitSilence();
        assertThat(List.of(database.isLive(one), database.isLive(two))).containsExactlyInAnyOrder(true, false);
        assertThat(sentencesAgainst(database.isLive(one) ? two : one))
                .singleElement()
                .asString()
                .contains("is not tested");
        assertThat(List.of("one", "two"))
                .filteredOn(
                        rule -> nodes.answerOfBoth(url("Gated", rule)).body().contains(file("Gated-2")))
                .hasSize(1);
    }

    @Test
    void everySetGoesLiveOnceAndWholeThoughNodesAreKilledInTheMiddleOfIt() throws SQLException {
        int count = Share.of(100);
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "Killed-" + i).toList();
        List<Proposal> live = new ArrayList<>(List.of(release("Killed", "Killed")));
        names.forEach(name -> live.add(rule("Killed", name, "Killed")));
        database.enact(live.toArray(Proposal[]::new));
        Map<String, RuleId> rules = rules("Killed");
        nodes.first();
        nodes.second();
        Instant due = database.now().plusMillis(2_000 + 40L * count);
        Map<String, ChangeSetId> sets = names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> database.schedule(
                                name, due, release("Killed", name), remap(ruleOf(rules, name), name))));
        SnapshotVersion scheduled = database.version();

        List<String> places = List.of("change_sets_history", "rules_history", "releases_history");
        int kills = Share.of(places.size());
        for (int kill = 0; kill < kills; kill++) {
            long before = (long) count * kill / kills;
            Patience.until(before + " sets are live", () -> enacted(sets) >= before);
            String place = places.get(kill);
            try (Blockade blockade = Blockade.ofTable(database, place)) {
                nodes.kill(blockade.awaitOneAt(place));
            }
        }
        Patience.until("all sets are live", () -> enacted(sets) == count);

        names.forEach(
                name -> assertEnactedOnceAndWhole(name, Objects.requireNonNull(sets.get(name)), ruleOf(rules, name)));
        assertThat(database.version().version()).isEqualTo(scheduled.version() + count);
        assertThat(database.version().liveVersion()).isEqualTo(scheduled.liveVersion() + count);
        assertThat(names)
                .allSatisfy(name -> assertThat(
                                nodes.answerOfBoth(url("Killed", name)).body())
                        .contains("URL=\"" + file(name) + "\""));
        assertThat(nodes.said()).noneMatch(line -> line.contains("ALARM") || line.contains(" ERROR "));
    }

    private static void assertEnactedOnceAndWhole(String name, ChangeSetId set, RuleId rule) {
        assertThat(told("state, data_version from change_sets_history where set_id = " + set))
                .as("the history of " + name)
                .containsExactly("pending 1", "enacted 2");
        assertThat(told("rule_id, mapping, data_version from rules_history where change_set_id = " + set))
                .containsExactly(rule + " " + name + " 2");
        assertThat(told("name, data_version from releases_history where change_set_id = " + set))
                .containsExactly(name + " 1");
        assertThat(told("count(*) from release_parts_history where change_set_id = " + set))
                .isEqualTo(told("count(*) from release_parts where name = '" + name + "'"));
        assertThat(database.bean(Rules.class).all())
                .filteredOn(row -> row.id().equals(rule))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.mapping() + " " + row.dataVersion()).isEqualTo(name + " 2"));
    }

    /** Rows in the order in which they were written, columns apart by blanks. */
    private static List<String> told(String query) {
        String order = query.contains("count(") ? "" : " order by change_id";
        return database.jdbc().sql("select " + query + order).query().listOfRows().stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    private static long enacted(Map<String, ChangeSetId> sets) {
        return database.jdbc()
                .sql("select count(*) from change_sets where state = 'enacted' and id in (:ids)")
                .param("ids", sets.values().stream().map(ChangeSetId::value).toList())
                .query(Long.class)
                .single();
    }

    private static Map<String, RuleId> rules(String product) {
        return database.bean(Rules.class).all().stream()
                .filter(rule -> product.equals(rule.product()))
                .collect(Collectors.toMap(rule -> String.valueOf(rule.distribution()), rule -> rule.id()));
    }

    private static RuleId ruleOf(Map<String, RuleId> rules, String distribution) {
        return Objects.requireNonNull(rules.get(distribution));
    }

    private static void passes(String testChannel) {
        NodeState state = database.bean(SnapshotKeeper.class).refresh();
        Fingerprint served = Fingerprint.of(
                state.stages()
                        .of(state.mapping("Gated", testChannel).orElseThrow())
                        .stage()
                        .staged(),
                database.bean(ReleaseContents.class),
                "Gated",
                "release");
        database.bean(TestVerdicts.class)
                .give(TESTER, new TestVerdicts.Word(testChannel, "Gated", served, Outcome.PASS, null));
    }

    private static List<String> sentencesAgainst(ChangeSetId set) {
        ChangeSet waiting = database.find(set);
        return database
                .bean(ReadinessOverview.class)
                .of(database.bean(SnapshotKeeper.class).refresh(), waiting)
                .obstacles()
                .stream()
                .map(obstacle -> obstacle.sentence())
                .toList();
    }

    /** Both nodes have looked at what is due several times since, and written nothing. */
    private static void awaitSilence() throws SQLException {
        try (var connection = database.connect();
                var listen = connection.createStatement()) {
            listen.execute("listen rehearsal_written");
            var postgres = connection.unwrap(org.postgresql.PGConnection.class);
            Patience.until("nobody writes for a second", () -> {
                var heard =
                        postgres.getNotifications((int) Duration.ofSeconds(1).toMillis());
                return heard == null || heard.length == 0;
            });
        }
    }
}
