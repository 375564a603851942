package dev.rehearsal.nodes;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.ApprovalContextReader;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Enactor;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** People on two nodes, and channels of their own for each round: each has a rule, a release that is live, and one to come. */
final class Contest {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor BOB = new Actor("bob");
    private static final Actor DAVE = new Actor("dave");
    private static final Actor TESS = new Actor("tess");
    private static final Actor QUINN = new Actor("quinn");
    private static final Role RELENG = new Role("releng");
    private static final Role QA = new Role("qa");

    private final TestDatabase database;
    private final Peers peers;
    private int rounds;

    Contest(TestDatabase database, Peers peers) {
        this.database = database.emptied();
        this.peers = peers;
        peers.onSecond(TestClock.class).reset();
        for (Actor person : List.of(ANNA, BOB, DAVE, TESS, QUINN, new Actor("rita"), new Actor("rosa"))) {
            database.admin(person);
        }
        database.write(entry -> {
            PeopleStore people = database.bean(PeopleStore.class);
            List.of("bob", "rita", "rosa").forEach(name -> people.addRole(entry, name, RELENG));
            List.of("tess", "quinn", "rosa").forEach(name -> people.addRole(entry, name, QA));
            return entry;
        });
    }

    interface Start {
        void prepare(Round round);
    }

    interface Race {
        List<Peers.Ended> run(Round round, boolean turned) throws Exception;
    }

    Round round(Start start) {
        Round round = new Round("P" + ++rounds);
        start.prepare(round);
        return round;
    }

    private void advance() {
        for (TestClock clock : List.of(peers.onFirst(TestClock.class), peers.onSecond(TestClock.class))) {
            clock.advance(Duration.ofMillis(10));
        }
    }

    /** What there is of one product, which no other round has. */
    final class Round {

        final String product;
        final RuleId rule;

        @Nullable
        ChangeSetId set;

        @Nullable
        ChangeSetId other;

        Round(String product) {
            this.product = product;
            advance();
            database.bean(EnactmentService.class)
                    .enactAtOnce(
                            ANNA,
                            "What is live",
                            List.of(
                                    release(product + "-live", "live"),
                                    release(product + "-next", "next"),
                                    Wanted.rule(product, "all", product + "-live")));
            this.rule = database.bean(Rules.class).all().stream()
                    .filter(row -> product.equals(row.product()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private Proposal release(String name, String says) {
            return new Proposal.AddRelease(new ReleaseName(name), product, false, (ObjectNode) BlobBuilder.aRelease(9)
                    .with("name", "'" + name + "'")
                    .with("fileUrls/*/completes/*", "'https://a.example/" + says + "'")
                    .json());
        }

        Proposal rewritten() {
            return new Proposal.ReplaceRelease(
                    new ReleaseName(product + "-next"), null, null, (ObjectNode) BlobBuilder.aRelease(9)
                            .with("name", "'" + product + "-next'")
                            .with("fileUrls/*/completes/*", "'https://a.example/evil'")
                            .json());
        }

        ChangeSetId set() {
            return Objects.requireNonNull(set);
        }

        /** Returns the set of configuration that the round is also about. */
        ChangeSetId other() {
            return Objects.requireNonNull(other);
        }

        ChangeSet found() {
            return database.bean(ChangeSets.class).find(set()).orElseThrow();
        }

        String state() {
            return Crew.stateOf(found());
        }

        boolean isLive() {
            return found().state() instanceof ChangeSet.Enacted;
        }

        int counted() {
            NodeState state = database.bean(SnapshotKeeper.class).refresh();
            return database.bean(ReadinessCheck.class)
                    .readiness(
                            found(),
                            state.live(),
                            state.queue(),
                            database.bean(ApprovalContextReader.class).read())
                    .counted()
                    .size();
        }

        int timesEnacted() {
            return (int)
                    number("select count(*) from change_sets_history where state = 'enacted' and set_id = " + set());
        }
    }

    void scheduled(Round round) {
        guard(round);
        round.set = database.bean(ChangeSets.class)
                .schedule(
                        ANNA,
                        "Ships",
                        peers.onFirst(TestClock.class).instant().plus(Duration.ofHours(1)),
                        List.of(Wanted.remap(round.rule, round.product + "-next")))
                .id();
    }

    void signed(Round round) {
        scheduled(round);
        sign(peers.onFirst(SignoffService.class), round);
    }

    void signedAndDue(Round round) {
        signed(round);
        for (TestClock clock : List.of(peers.onFirst(TestClock.class), peers.onSecond(TestClock.class))) {
            clock.advance(Duration.ofHours(2));
        }
    }

    /** Signed, with a gate that nobody has opened, and the signed removal of that gate. */
    void untested(Round round) {
        signed(round);
        Gate gate = gate(round);
        round.other = database.bean(ChangeSets.class)
                .schedule(DAVE, "No gate", null, List.of(RowKinds.GATES.change(gate.id(), null, null)))
                .id();
        peers.onFirst(SignoffService.class).sign(QUINN, round.other(), QA, null);
        peers.onFirst(SignoffService.class).sign(BOB, round.other(), RELENG, null);
    }

    void passed(Round round) {
        signed(round);
        gate(round);
        judge(round, peers.onFirst(TestVerdicts.class), TESS, dev.rehearsal.approval.Outcome.PASS);
    }

    /** What is served there is another channel's; removing the mapping serves its own rule again. */
    void unmapsSigned(Round round) {
        guard(round);
        ChannelMapping mapping = map(round, round.product.toLowerCase(Locale.ROOT), "release");
        round.other = database.bean(ChangeSets.class)
                .schedule(DAVE, "Unmap", null, List.of(RowKinds.MAPPINGS.change(mapping.id(), null, null)))
                .id();
        peers.onFirst(SignoffService.class).sign(BOB, round.other(), RELENG, null);
    }

    private ChannelMapping map(Round round, String live, String test) {
        return database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal(round.product, live, test, new Scope.WholeQueue())));
    }

    private Gate gate(Round round) {
        map(round, "release", round.product + "-test");
        return database.write(entry ->
                database.bean(Gates.class).add(entry, new Gate(0, round.product, "release", QA, 1, List.of(), 1)));
    }

    private void guard(Round round) {
        database.write(entry -> {
            database.bean(RequiredSignoffs.class)
                    .put(entry, new RequiredSignoff(round.product, "release", RELENG, 1, 1));
            return entry;
        });
    }

    private void sign(SignoffService service, Round round) {
        service.sign(BOB, round.set(), RELENG, 1);
    }

    private void judge(Round round, TestVerdicts service, Actor tester, dev.rehearsal.approval.Outcome outcome) {
        String channel = round.product + "-test";
        NodeState state = database.bean(SnapshotKeeper.class).refresh();
        Fingerprint served = Fingerprint.of(
                state.stages()
                        .of(state.mapping(round.product, channel).orElseThrow())
                        .stage()
                        .staged(),
                database.bean(ReleaseContents.class),
                round.product,
                "release");
        service.give(tester, new TestVerdicts.Word(channel, round.product, served, outcome, null));
    }

    List<Peers.Ended> signsWhileItIsEdited(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> sign(side.service(SignoffService.class), round),
                side -> side.service(ChangeSets.class)
                        .revise(
                                DAVE,
                                round.set(),
                                null,
                                new Revision(
                                        null,
                                        null,
                                        List.of(new Proposal.EditRule(
                                                round.rule,
                                                null,
                                                Map.of("mapping", round.product + "-next", "priority", 90))))));
    }

    List<Peers.Ended> signsWhileItsReleaseIsWritten(Round round, boolean turned) throws Exception {
        return race(turned, side -> sign(side.service(SignoffService.class), round), side -> rewrite(side, round));
    }

    List<Peers.Ended> isEnactedWhileItsReleaseIsWritten(Round round, boolean turned) throws Exception {
        return race(turned, side -> enact(side, round.set()), side -> rewrite(side, round));
    }

    List<Peers.Ended> isEnactedWhileChangesAreRequested(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> enact(side, round.set()),
                side -> side.service(CommentService.class).requestChanges(new Actor("rita"), round.set(), null, "No."));
    }

    List<Peers.Ended> isEnactedWhileItIsWithdrawn(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> enact(side, round.set()),
                side -> side.service(ChangeSets.class).withdraw(DAVE, round.set(), null));
    }

    List<Peers.Ended> isHeldWhileItIsResumed(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> side.service(ChangeSets.class).hold(DAVE, round.set(), null),
                side -> side.service(ChangeSets.class).resume(ANNA, round.set(), null, null));
    }

    List<Peers.Ended> isUnmappedWhileItsOwnRuleIsEdited(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> enact(side, round.other()),
                side -> side.service(EnactmentService.class)
                        .enactAtOnce(ANNA, "Resting", List.of(Wanted.remap(round.rule, round.product + "-next"))));
    }

    List<Peers.Ended> isEnactedWhileTheRoleIsTaken(Round round, boolean turned) throws Exception {
        List<Peers.Ended> ended = race(
                turned,
                side -> enact(side, round.set()),
                side -> side.service(Grants.class).takeRole(DAVE, BOB.name(), RELENG, Grants.ROLE_VERSION));
        database.write(entry -> {
            database.bean(PeopleStore.class).addRole(entry, BOB.name(), RELENG);
            return entry;
        });
        return ended;
    }

    List<Peers.Ended> isEnactedWhileTheGateIsRemoved(Round round, boolean turned) throws Exception {
        return race(turned, side -> enact(side, round.set()), side -> enact(side, round.other()));
    }

    List<Peers.Ended> isEnactedWhileItIsFailed(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> enact(side, round.set()),
                side -> judge(round, side.service(TestVerdicts.class), QUINN, dev.rehearsal.approval.Outcome.FAIL));
    }

    List<Peers.Ended> bothEnact(Round round, boolean turned) throws Exception {
        return race(
                turned,
                side -> side.service(Enactor.class).enactDue(),
                side -> side.service(Enactor.class).enactDue());
    }

    private static void rewrite(Side side, Round round) {
        side.service(EnactmentService.class).enactAtOnce(DAVE, "Rewrites", List.of(round.rewritten()));
    }

    private static void enact(Side side, ChangeSetId set) {
        side.service(EnactmentService.class).enact(ANNA, set);
    }

    /** One of the two nodes. */
    private record Side(Peers peers, boolean isFirst) {

        <T> T service(Class<T> type) {
            return isFirst ? peers.onFirst(type) : peers.onSecond(type);
        }
    }

    private interface Act {
        void on(Side side);
    }

    private List<Peers.Ended> race(boolean turned, Act one, Act other) throws Exception {
        return peers.atOnce(ending(one, new Side(peers, !turned)), ending(other, new Side(peers, turned)));
    }

    private static Callable<Outcome> ending(Act act, Side side) {
        return () -> {
            try {
                act.on(side);
                return Outcome.DONE;
            } catch (RefusedException refused) {
                return Outcome.of(refused);
            }
        };
    }

    private long number(String query) {
        return database.jdbc().sql(query).query(Long.class).single();
    }
}
