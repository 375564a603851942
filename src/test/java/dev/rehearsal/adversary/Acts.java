package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.body;

import dev.rehearsal.monitor.Violation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does one act after the other, each by somebody, on one of the nodes. */
final class Acts {

    /** Acts that write for certain, so that what is due and cannot go must be noticed. */
    private static final Set<Kind> WRITES = Set.of(
            Kind.SCHEDULE, Kind.DRAFT, Kind.DIRECT_RULE, Kind.HOLD, Kind.PASS, Kind.FAIL, Kind.TOKEN, Kind.WITHDRAW);

    /** Acts after which clients get the same as before, or the next act shows it. */
    private static final Set<Kind> QUIET = Set.of(
            Kind.SIGN,
            Kind.UNSIGN,
            Kind.REQUEST_CHANGES,
            Kind.ANSWER,
            Kind.TAKE_BACK,
            Kind.PASS_OVER,
            Kind.PASS_OVER_NO_MORE,
            Kind.STOP,
            Kind.PASS,
            Kind.FAIL,
            Kind.LIFT,
            Kind.DRAFT,
            Kind.TOKEN,
            Kind.GIVE_ROLE,
            Kind.TAKE_ROLE,
            Kind.PERMIT,
            Kind.REMOVE_PERSON,
            Kind.MAKE_PERSON);

    /** Acts that leave what is staged as it is, and the queue, too. */
    private static final Set<Kind> SAYINGS = Set.of(
            Kind.SIGN,
            Kind.UNSIGN,
            Kind.REQUEST_CHANGES,
            Kind.ANSWER,
            Kind.TAKE_BACK,
            Kind.PASS_OVER,
            Kind.PASS_OVER_NO_MORE,
            Kind.STOP,
            Kind.GO_ON,
            Kind.PASS,
            Kind.FAIL,
            Kind.LIFT);

    private static final int MOST_PEOPLE = 3;

    private final Scene scene;
    private final Watch watch;
    private final Counts counts;
    private final Turn turn;
    final SetActs sets;
    final TableActs tables;
    final RolloutActs rollouts;
    private final AgreementActs agreement;
    private final ConfigurationActs configuration;
    private final PeopleActs among;

    Acts(Scene scene, Watch watch, Counts counts) {
        this.scene = scene;
        this.watch = watch;
        this.counts = counts;
        this.turn = new Turn(scene);
        this.sets = new SetActs(scene, turn);
        this.tables = new TableActs(scene, turn);
        this.rollouts = new RolloutActs(scene, turn);
        this.agreement = new AgreementActs(scene, watch, turn);
        this.configuration = new ConfigurationActs(scene, turn);
        this.among = new PeopleActs(scene, watch, turn);
    }

    /** Lets random people try an act of this kind, one after the other, until one of them may. */
    boolean attempt(Kind kind) {
        return attempt(kind, null);
    }

    /** @param about a set that the act is about; null for any */
    boolean attempt(Kind kind, @Nullable KnownSet about) {
        List<Someone> candidates = scene.random.nextInt(30) == 0 ? scene.people : scene.present();
        for (int i = 0; i < MOST_PEOPLE; i++) {
            if (attempt(kind, scene.ideas.oneOf(candidates), about)) {
                return true;
            }
        }
        return false;
    }

    /** @param about a set that the act is about; null for any */
    boolean attempt(Kind kind, Someone by, @Nullable KnownSet about) {
        return attempt(kind, by, (BooleanSupplier) () -> perform(kind, about));
    }

    boolean attempt(Kind kind, Someone by, BooleanSupplier attempt) {
        turn.begin(by);
        counts.tried(kind);
        scene.place.awaitCurrent(turn.node);
        scene.testimony.nextAct();
        if (!SAYINGS.contains(kind)) {
            watch.lookAgain();
        }
        List<KnownSet> stuck = stuck();
        boolean accepted = attempt.getAsBoolean();
        if (accepted) {
            counts.accepted(kind);
            String act = "#" + scene.told.size() + " " + kind + " by " + turn.who.id + " on node " + turn.node + ": "
                    + turn.last;
            scene.told.add(act);
            if (kind != Kind.TICK && !turn.token.of().equals(turn.who.id)) {
                scene.broken.add(new Violation(
                                Violation.Kind.TOKEN,
                                "a turn.token of " + turn.token.of() + " is taken for " + turn.who.id)
                        + " [" + act + "]");
            }
            if (WRITES.contains(kind)) {
                stuck.stream().filter(KnownSet::isPending).forEach(set -> scene.testimony.wasUnable(set.id));
            }
            if (!QUIET.contains(kind)) {
                watch.after(turn.node, isOfConfiguration(kind), turn.named, act);
            }
        }
        return accepted;
    }

    /** Who has tried something last. */
    Someone lastActor() {
        return turn.who;
    }

    private static boolean isOfConfiguration(Kind kind) {
        return switch (kind) {
            case MAP, UNMAP, REQUIREMENT, GATE, UNGATE, RAIL, UNRAIL, FREEZE, THAW, TICK, ENACT, BREAK_GLASS -> true;
            default -> false;
        };
    }

    private List<KnownSet> stuck() {
        List<KnownSet> pending = scene.pending();
        return pending.stream()
                .filter(set -> set.due <= scene.now().toEpochMilli())
                .filter(set -> scene.tables.cannotTake(
                        set, pending.stream().filter(other -> other != set).toList()))
                .toList();
    }

    private boolean perform(Kind kind, @Nullable KnownSet about) {
        return switch (kind) {
            case SCHEDULE -> sets.propose(false, sets.changes());
            case DRAFT -> sets.propose(true, sets.changes());
            case SCHEDULE_AS_BALROG -> sets.scheduleAsBalrog();
            case SUBMIT ->
                of(about, "draft")
                        .filter(set -> sets.step(set, "submit", body()))
                        .isPresent();
            case HOLD ->
                of(about, "pending")
                        .filter(set -> sets.step(set, "hold", body()))
                        .isPresent();
            case RESUME ->
                of(about, "held")
                        .filter(set -> sets.step(set, "resume", body("when", scene.due())))
                        .isPresent();
            case EDIT ->
                of(about, "pending", "held", "draft").filter(sets::edit).isPresent();
            case RESOLVE -> conflicting(about).filter(sets::resolve).isPresent();
            case RESCHEDULE ->
                of(about, "pending", "held", "disarmed")
                        .filter(set -> sets.write(set, body("when", scene.due()), set.changes))
                        .isPresent();
            case COPY ->
                of(about, "pending", "held", "draft", "enacted")
                        .filter(sets::copy)
                        .isPresent();
            case WITHDRAW ->
                of(about, "pending", "held", "draft", "disarmed")
                        .filter(sets::withdraw)
                        .isPresent();
            case GO_BACK -> sets.goBack();
            case SIGN -> of(about, "pending", "held").filter(agreement::sign).isPresent();
            case UNSIGN ->
                of(about, "pending", "held").filter(agreement::unsign).isPresent();
            case REQUEST_CHANGES ->
                of(about, "pending", "held", "draft")
                        .filter(agreement::requestChanges)
                        .isPresent();
            case ANSWER -> requested(about).filter(agreement::answer).isPresent();
            case PLAN -> rollouts.plan();
            case STOP -> rolledOut(about).filter(rollouts::stop).isPresent();
            case GO_ON -> rolledOut(about).filter(rollouts::goOn).isPresent();
            case TAKE_BACK -> requested(about).filter(agreement::takeBack).isPresent();
            case PASS -> agreement.judge(of(about, "pending"), about != null, true);
            case FAIL -> agreement.judge(of(about, "pending"), about != null, false);
            case LIFT -> agreement.lift();
            case ENACT ->
                of(about, "pending").filter(set -> sets.enact(set, body())).isPresent();
            case BREAK_GLASS -> of(about, "pending").filter(sets::breakGlass).isPresent();
            case TICK -> tick();
            case DIRECT_RULE -> tables.editRule();
            case DIRECT_RELEASE -> tables.writeRelease(scene.ideas.oneOf(scene.world.releases()));
            case DIRECT_LOCALE -> tables.writeLocale();
            case DIRECT_PART -> tables.writeRelease(scene.ideas.oneOf(scene.world.parts()));
            case MAKE_PART -> tables.writeRelease(scene.ideas.oneOf(scene.world.missingParts()));
            case PIN -> tables.pin();
            case MAP -> configuration.map();
            case UNMAP -> configuration.unmap();
            case REQUIREMENT -> configuration.require();
            case GATE -> turn.done("POST", "/api/gates", scene.ideas.newGate()).isAccepted();
            case UNGATE -> configuration.ungate();
            case RAIL ->
                turn.done("POST", "/api/guard_rails", scene.ideas.newRail()).isAccepted();
            case UNRAIL -> configuration.unrail();
            case PASS_OVER ->
                of(about, "pending", "held").filter(agreement::passOver).isPresent();
            case PASS_OVER_NO_MORE ->
                of(about, "pending", "held").filter(agreement::passOverNoMore).isPresent();
            case FREEZE ->
                turn.done("POST", "/api/freeze_windows", scene.ideas.newWindow())
                        .isAccepted();
            case THAW -> configuration.thaw();
            case GIVE_ROLE -> among.giveRole();
            case TAKE_ROLE -> among.takeRole();
            case PERMIT -> among.permit(scene.ideas.oneOf(scene.present()));
            case REMOVE_PERSON -> among.removePerson();
            case MAKE_PERSON -> among.makePerson();
            case REMOVE_ROW -> tables.removeRow();
            case MAKE_ROW -> tables.makeRow();
            case SHUT_OFF -> tables.shutOff(scene.random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED);
            case SERVE_AGAIN -> tables.serveAgain(scene.random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED);
            case TOKEN -> among.makeToken();
        };
    }

    private Optional<KnownSet> rolledOut(@Nullable KnownSet about) {
        List<KnownSet> all = (about != null ? List.of(about) : scene.open())
                .stream().filter(set -> set.rollout != 0).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(scene.ideas.oneOf(all));
    }

    private Optional<KnownSet> requested(@Nullable KnownSet about) {
        List<KnownSet> all = (about != null ? List.of(about) : scene.open())
                .stream().filter(set -> !set.requests.isEmpty()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(scene.ideas.oneOf(all));
    }

    private Optional<KnownSet> of(@Nullable KnownSet about, String... states) {
        List<KnownSet> all = about != null
                ? List.of(about)
                : scene.sets.values().stream()
                        .filter(set -> Set.of(states).contains(set.state))
                        .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(scene.ideas.oneOf(all));
    }

    private Optional<KnownSet> conflicting(@Nullable KnownSet about) {
        if (about != null) {
            return Optional.of(about);
        }
        for (String state : List.of("disarmed", "pending")) {
            for (JsonNode set :
                    scene.look(turn.node, "/api/change_sets?state=" + state).path("change_sets")) {
                KnownSet known = scene.sets.get(set.path("id").asLong());
                if ((state.equals("disarmed") || !set.path("conflicts").isEmpty()) && known != null) {
                    return Optional.of(known);
                }
            }
        }
        return Optional.empty();
    }

    private boolean tick() {
        Duration ahead = scene.pending().stream()
                .map(set -> Duration.ofMillis(set.due - scene.now().toEpochMilli() + 1))
                .filter(duration -> !duration.isNegative())
                .min(Comparator.naturalOrder())
                .filter(_ -> scene.random.nextInt(3) != 0)
                .orElse(scene.random.nextInt(12) == 0 ? Duration.ofDays(8) : Duration.ofSeconds(1));
        scene.place.clock.advance(ahead);
        turn.last = "+" + ahead;
        scene.place.node(turn.node).enactDue();
        return true;
    }
}
