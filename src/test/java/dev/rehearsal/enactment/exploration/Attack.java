package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Acts.direct;
import static dev.rehearsal.enactment.exploration.Acts.draft;
import static dev.rehearsal.enactment.exploration.Acts.edit;
import static dev.rehearsal.enactment.exploration.Acts.enact;
import static dev.rehearsal.enactment.exploration.Acts.passOver;
import static dev.rehearsal.enactment.exploration.Acts.passOverRail;
import static dev.rehearsal.enactment.exploration.Acts.recreate;
import static dev.rehearsal.enactment.exploration.Acts.say;
import static dev.rehearsal.enactment.exploration.Acts.schedule;
import static dev.rehearsal.enactment.exploration.Acts.scheduleLater;
import static dev.rehearsal.enactment.exploration.Acts.shutOff;
import static dev.rehearsal.enactment.exploration.Acts.sign;
import static dev.rehearsal.enactment.exploration.Acts.submit;
import static dev.rehearsal.enactment.exploration.Acts.tick;
import static dev.rehearsal.enactment.exploration.Cast.ANN;
import static dev.rehearsal.enactment.exploration.Cast.BOB;
import static dev.rehearsal.enactment.exploration.Cast.CYD;
import static dev.rehearsal.enactment.exploration.Cast.DAN;
import static dev.rehearsal.enactment.exploration.Cast.ESR;
import static dev.rehearsal.enactment.exploration.Cast.FREE;
import static dev.rehearsal.enactment.exploration.Cast.LOST;
import static dev.rehearsal.enactment.exploration.Cast.NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.ON_NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.ON_RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.PART;
import static dev.rehearsal.enactment.exploration.Cast.PARTNER;
import static dev.rehearsal.enactment.exploration.Cast.PIN_ON_RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.RELENG;

import dev.rehearsal.approval.Outcome;
import dev.rehearsal.blob.Release;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A way past signoffs or gates that worked once, with what it ships. */
enum Attack {
    CHECKED_STATE_IS_NOT_THE_APPLIED_STATE(
            world -> world.live.rules().size() > 3,
            schedule("a new rule on esr", ANN, Wish.newRule(ESR, FREE)),
            scheduleLater("the new rule moves to release", BOB, Wish.newestRule(RuleField.CHANNEL, RELEASE)),
            schedule("the new rule moves to a partner", ANN, Wish.newestRule(RuleField.CHANNEL, PARTNER)),
            enact(1)),
    ONE_OF_TWO_TOUCHED_OBJECTS_IS_CHECKED(
            world -> shows(world, RELEASE), direct(Kind.MAP, "release shows nightly", ANN, Wish.map(NIGHTLY, RELEASE))),
    A_TEST_CHANNEL_IS_UNMAPPED_WITH_MORE_THAN_WAS_SIGNED(
            world -> !shows(world, RELEASE) && !world.live.pins().releases().isEmpty(),
            schedule("release shows nightly", ANN, Wish.map(NIGHTLY, RELEASE)),
            sign(BOB, 0),
            tick(),
            schedule("release shows its own", BOB, Wish.unmap(RELEASE)),
            sign(CYD, 0),
            direct(Kind.PIN, "release's pin", ANN, Wish.pin(PIN_ON_RELEASE, FREE)),
            tick()),
    FRESHNESS_BY_TIME_STAMP(
            world -> serves(world, ON_RELEASE, FREE) && isEvil(world, FREE),
            draft("Free turns evil", ANN, Wish.evil(FREE)),
            schedule("release serves Free", BOB, Acts.SERVE_FREE),
            sign(CYD, 1),
            submit(ANN, 0),
            tick()),
    A_PART_IS_REACHED_NOT_NAMED(
            world -> isEvil(world, PART),
            schedule("release serves the superblob", ANN, Acts.SERVE_SUPER),
            sign(BOB, 0),
            tick(),
            direct(Kind.EDIT_PART, "Part turns evil", BOB, Wish.evil(PART))),
    A_MISSING_PART_IS_MADE(
            world -> world.live.releases().containsKey(LOST),
            schedule("release serves the superblob", ANN, Acts.SERVE_SUPER),
            sign(BOB, 0),
            tick(),
            direct(Kind.MAKE_PART, "the missing part", BOB, Wish.release(LOST, false))),
    A_PIN_IS_REACHED_NOT_NAMED(
            world -> !world.live.pins().releases().isEmpty(),
            direct(Kind.PIN, "release's pin", ANN, Wish.pin(PIN_ON_RELEASE, FREE))),
    BROUGHT_IN_NOT_SIGNED(
            world -> onReleaseForEverybody(world),
            schedule("the rule of nightly moves to release", ANN, Acts.MOVE_TO_RELEASE),
            sign(BOB, 0),
            direct(Kind.EDIT_RULE, "the rule of nightly is for everybody", ANN, Acts.FOR_EVERYBODY),
            tick()),
    SIGNED_WHEN_IT_DID_NOT_TOUCH_THE_CHANNEL(
            world -> serves(world, ON_RELEASE, FREE) && isEvil(world, FREE),
            scheduleLater("Free turns evil", ANN, Wish.evil(FREE)),
            sign(BOB, 0),
            schedule("release serves Free", ANN, Acts.SERVE_FREE),
            sign(CYD, 1),
            enact(1),
            tick()),
    LOST_PROVENANCE(
            world -> serves(world, ON_RELEASE, Cast.SUPER),
            draft("release serves Free", BOB, Acts.SERVE_FREE),
            edit("release serves the superblob", ANN, 0, Acts.SERVE_SUPER),
            submit(BOB, 0),
            sign(ANN, 0),
            tick()),
    WHO_WROTE_WHAT_IS_BROUGHT_IN_SIGNS(
            world -> serves(world, ON_RELEASE, FREE) && isEvil(world, FREE),
            direct(Kind.EDIT_RELEASE, "Free turns evil", ANN, Wish.evil(FREE)),
            schedule("release serves Free", BOB, Acts.SERVE_FREE),
            sign(ANN, 0),
            tick()),
    OVERRIDE_WIDER_THAN_ITS_REASON(
            world -> world.live.rules().size() > 3,
            schedule("a new rule on esr", ANN, Wish.newRule(ESR, FREE)),
            schedule("the new rule is for old ones", BOB, Wish.newestRule(RuleField.VERSION, "<0.5")),
            Acts.breakGlass(ANN, 1, -1)),
    THE_WAY_BACK_TO_WHAT_ONLY_BROKEN_GLASS_KNOWS(
            world -> serves(world, Cast.ON_ESR, FREE),
            schedule("esr serves Free", ANN, Acts.TEST_FREE),
            Acts.breakGlass(ANN, 0, -1),
            direct(Kind.GO_BACK, "esr serves Main again", BOB, Wish.rule(Cast.ON_ESR, RuleField.MAPPING, Cast.MAIN)),
            direct(Kind.GO_BACK, "esr serves Free again", ANN, Acts.TEST_FREE)),
    INDIRECT_GRANT(
            world -> RELEASE.equals(
                    Objects.requireNonNull(world.live.rule(ON_NIGHTLY)).channel()),
            Acts.takeRole(DAN, CYD, RELENG),
            Acts.giveRole(DAN, CYD, RELENG),
            schedule("the rule of nightly moves to release", DAN, Acts.MOVE_TO_RELEASE),
            sign(CYD, 0),
            tick()),
    A_TESTER_IS_MADE(
            world -> ESR.equals(
                    Objects.requireNonNull(world.live.rule(ON_NIGHTLY)).channel()),
            Acts.takeRole(DAN, CYD, Cast.QA),
            Acts.giveRole(DAN, CYD, Cast.QA),
            schedule("the rule of nightly moves to esr", DAN, Acts.MOVE_TO_ESR),
            say(CYD, Outcome.PASS),
            tick()),
    A_GATE_IS_TAKEN_AWAY_FIRST(
            world -> serves(world, Cast.ON_ESR, FREE),
            direct(Kind.GATE, "esr needs no test", ANN, Wish.gate(ESR, 0)),
            direct(Kind.EDIT_RULE, "esr serves Free", ANN, Acts.TEST_FREE),
            direct(Kind.GATE, "esr needs a test", ANN, Wish.gate(ESR, 1))),
    A_REQUIREMENT_IS_TAKEN_AWAY_FIRST(
            world -> serves(world, ON_RELEASE, FREE),
            direct(Kind.REQUIREMENT, "release needs no signoffs", ANN, Wish.requirement(RELEASE, 0)),
            direct(Kind.EDIT_RULE, "release serves Free", ANN, Acts.SERVE_FREE)),
    ARMED_FOR_EVER(
            world -> RELEASE.equals(
                    Objects.requireNonNull(world.live.rule(ON_NIGHTLY)).channel()),
            schedule("the rule of nightly moves to release", ANN, Acts.MOVE_TO_RELEASE),
            sign(BOB, 0),
            direct(
                    Kind.EDIT_RULE,
                    "the rule of nightly moves to aurora",
                    DAN,
                    Wish.rule(ON_NIGHTLY, RuleField.CHANNEL, "aurora")),
            tick(),
            direct(Kind.GO_BACK, "the rule of nightly moves back", DAN, Acts.MOVE_TO_NIGHTLY),
            tick()),
    EQUAL_CONTENT_TAKEN_FOR_IDENTITY(
            world -> world.shutoffs.isEmpty(),
            shutOff(ANN, RELEASE),
            scheduleLater("updates of release go on", ANN, Wish.lift(RELEASE)),
            sign(BOB, 0),
            schedule("updates of release go on", BOB, Wish.lift(RELEASE)),
            sign(CYD, 1),
            enact(1),
            shutOff(ANN, RELEASE),
            tick()),
    A_RELEASE_OF_THAT_NAME_IS_TAKEN_UP(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            Acts.recreateRelease(ANN, FREE),
            tick()),
    A_SIGNER_IS_ONLY_A_NAME(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(CYD, 0),
            recreate(BOB, CYD),
            tick()),
    A_TESTER_IS_ONLY_A_NAME(
            world -> serves(world, Cast.ON_ESR, FREE),
            scheduleLater("esr serves Free", ANN, Acts.TEST_FREE),
            say(CYD, Outcome.PASS),
            recreate(BOB, CYD),
            tick()),
    CHANGES_ARE_REQUESTED_IN_VAIN(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            Acts.requestChanges(CYD, 0),
            tick()),
    SOMEBODY_ELSE_ANSWERS_A_REQUEST(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            Acts.requestChanges(CYD, 0),
            Acts.answer(BOB, 0),
            tick()),
    WHO_REQUESTED_CHANGES_IS_ONLY_A_NAME(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            Acts.requestChanges(CYD, 0),
            recreate(BOB, CYD),
            Acts.takeBack(CYD, 0),
            tick()),
    A_STEP_OF_A_STOPPED_ROLLOUT_GOES(
            world -> serves(world, ON_RELEASE, FREE),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            Acts.stop(CYD, 0),
            tick()),
    A_STOPPED_STEP_IS_HELD_AND_RESUMED(
            world -> serves(world, Cast.ON_NIGHTLY, FREE),
            scheduleLater("nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            Acts.stop(CYD, 0),
            Acts.hold(ANN, 0),
            Acts.resume(ANN, 0),
            tick()),
    A_STOPPED_STEP_GOES_ALONG(
            world -> world.live.rules().size() > 3,
            schedule("a new rule on nightly", BOB, Wish.newRule(NIGHTLY, FREE)),
            Acts.stop(CYD, 0),
            schedule("the new rule serves Main", ANN, Wish.newestRule(RuleField.MAPPING, Cast.MAIN)),
            tick()),
    WHO_MAY_NOT_WRITE_RULES_GOES_ON(
            world -> serves(world, Cast.ON_NIGHTLY, FREE),
            scheduleLater("nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            Acts.stop(ANN, 0),
            Acts.goOn(CYD, 0),
            tick()),
    THE_GLASS_IS_BROKEN_OVER_A_STOPPED_ROLLOUT(
            world -> serves(world, Cast.ON_ESR, FREE),
            schedule("esr serves Free", ANN, Acts.TEST_FREE),
            Acts.stop(CYD, 0),
            Acts.breakGlass(ANN, 0, -1)),
    THE_GLASS_IS_BROKEN_OVER_A_REQUEST(
            world -> serves(world, Cast.ON_ESR, FREE),
            schedule("esr serves Free", ANN, Acts.TEST_FREE),
            Acts.requestChanges(CYD, 0),
            Acts.breakGlass(ANN, 0, -1)),
    A_FROZEN_CHANNEL_CHANGES(
            world -> isEvil(world, FREE) && world.isFrozen(NIGHTLY),
            direct(Kind.FREEZE, "nightly is frozen", ANN, Wish.freeze(NIGHTLY, true)),
            tick(),
            direct(Kind.EDIT_RULE, "nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            tick(),
            direct(Kind.EDIT_RELEASE, "Free turns evil", ANN, Wish.evil(FREE))),
    A_FREEZE_IS_TAKEN_AWAY_FIRST(
            world -> !world.isFrozen(RELEASE) && world.hour % 2 == 1 && serves(world, ON_RELEASE, FREE),
            schedule("release is frozen", ANN, Wish.freeze(RELEASE, true)),
            sign(BOB, 0),
            tick(),
            direct(Kind.FREEZE, "release is frozen no more", BOB, Wish.freeze(RELEASE, false)),
            schedule("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            tick()),
    A_FREEZE_IS_PASSED_OVER_FOR_ANOTHER_SET(
            world -> world.isFrozen(NIGHTLY) && world.live.rules().size() > 3,
            direct(Kind.FREEZE, "nightly is frozen", ANN, Wish.freeze(NIGHTLY, true)),
            schedule("a new rule on nightly", BOB, Wish.newRule(NIGHTLY, FREE)),
            schedule("the new rule serves Main", ANN, Wish.newestRule(RuleField.MAPPING, Cast.MAIN)),
            passOver(ANN, 1, -1, BreakGlassScope.Over.FREEZES)),
    A_GUARD_RAIL_IS_NOT_KEPT(
            world -> !world.rails.isEmpty() && serves(world, ON_NIGHTLY, FREE),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            direct(Kind.EDIT_RULE, "nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE))),
    A_FINDING_OF_ANOTHER_STATE_COUNTS(
            world -> !world.rails.isEmpty() && serves(world, ON_NIGHTLY, FREE),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            direct(Kind.EDIT_RULE, "the rule of nightly is for everybody", ANN, Acts.FOR_EVERYBODY),
            direct(Kind.EDIT_RULE, "nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE))),
    A_WRITER_PASSES_OVER_A_GUARD_RAIL(
            world -> !world.rails.isEmpty() && serves(world, ON_NIGHTLY, FREE),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            scheduleLater("nightly serves Free", BOB, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            passOverRail(BOB, 0),
            enact(0)),
    A_PASS_OVER_ANOTHER_STATE_COUNTS(
            world -> serves(world, ON_NIGHTLY, FREE) && isForEverybody(world, ON_NIGHTLY),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            scheduleLater("nightly serves Free", BOB, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            passOverRail(CYD, 0),
            direct(Kind.EDIT_RULE, "the rule of nightly is for everybody", ANN, Acts.FOR_EVERYBODY),
            enact(0)),
    A_PASS_COUNTS_FOR_WHAT_DOES_THE_SAME_LATER(
            world -> !world.rails.isEmpty() && serves(world, ON_NIGHTLY, FREE),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            scheduleLater("nightly serves Free", BOB, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            passOverRail(CYD, 0),
            enact(0),
            direct(
                    Kind.EDIT_RULE,
                    "nightly serves Super again",
                    ANN,
                    Wish.rule(ON_NIGHTLY, RuleField.MAPPING, Cast.SUPER)),
            direct(Kind.EDIT_RULE, "nightly serves Free again", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE))),
    A_GUARD_RAIL_IS_TAKEN_AWAY_FIRST(
            world -> world.rails.isEmpty(),
            direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
            direct(Kind.RAIL, "nightly loses its guard rail", ANN, Wish.rail(NIGHTLY, false)),
            tick()),
    AN_OLD_SIGNOFF_COUNTS(
            world -> serves(world, ON_RELEASE, FREE),
            Acts.scheduleIn(3, "release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0),
            tick(),
            tick(),
            tick()),
    AN_OLD_PASS_COUNTS(
            world -> serves(world, Cast.ON_ESR, FREE),
            Acts.scheduleIn(4, "esr serves Free", ANN, Acts.TEST_FREE),
            say(BOB, Outcome.PASS),
            tick(),
            tick(),
            tick(),
            tick()),
    ONE_PERSON_PASSES_OVER_SIGNOFFS(
            world -> serves(world, ON_RELEASE, FREE),
            schedule("qa is urgent on release", ANN, Wish.urgent(RELEASE, Cast.QA, true)),
            sign(BOB, 0),
            tick(),
            scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            sign(BOB, 0, Cast.QA, false),
            passOver(ANN, 0, -1, BreakGlassScope.Over.SIGNOFFS)),
    WHOSE_ROLE_IS_NOT_URGENT_PASSES_OVER_SIGNOFFS(
            world -> serves(world, ON_NIGHTLY, FREE),
            schedule("nightly needs two", BOB, Wish.requirement(NIGHTLY, 2)),
            tick(),
            scheduleLater("nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE)),
            sign(BOB, 0, Cast.QA, false),
            sign(CYD, 0, Cast.QA, false),
            passOver(ANN, 0, -1, BreakGlassScope.Over.SIGNOFFS)),
    A_ROLE_IS_MADE_URGENT_FIRST(
            world -> world.policy.urgent().stream()
                    .anyMatch(urgent -> urgent.role().equals(RELENG)),
            direct(Kind.URGENT_ROLE, "releng is urgent on release", ANN, Wish.urgent(RELEASE, RELENG, true))),
    THE_MIRROR_WRITES_ONCE_TAKEN_OVER(
            Cast::followed,
            world -> serves(world, ON_RELEASE, FREE),
            Acts.takeOver(ANN),
            Acts.mirror("release serves Free", ANN, Acts.SERVE_FREE)),
    WHAT_WAS_SIGNED_THERE_COUNTS_HERE(
            Cast::followed,
            world -> serves(world, ON_RELEASE, FREE),
            Acts.mirrorScheduled(1, "release serves Free", ANN, Acts.SERVE_FREE, BOB),
            Acts.takeOver(ANN),
            tick()),
    WHAT_WAS_DUE_THERE_GOES_LIVE_BY_ITSELF(
            Cast::followed,
            world -> serves(world, ON_NIGHTLY, FREE),
            Acts.mirrorScheduled(0, "nightly serves Free", ANN, Wish.rule(ON_NIGHTLY, RuleField.MAPPING, FREE), BOB),
            Acts.takeOver(ANN),
            tick()),
    THE_AUTHOR_TESTS_THEIR_OWN_CHANGE(
            world -> serves(world, Cast.ON_ESR, FREE),
            schedule("esr serves Free", BOB, Acts.TEST_FREE),
            say(BOB, Outcome.PASS),
            tick());

    private final Supplier<World> start;
    private final Predicate<World> shipped;
    private final List<Act> path;

    Attack(Predicate<World> shipped, Act... path) {
        this(Cast::world, shipped, path);
    }

    Attack(Supplier<World> start, Predicate<World> shipped, Act... path) {
        this.start = start;
        this.shipped = shipped;
        this.path = List.of(path);
    }

    /** Returns the world that it begins in. */
    World start() {
        return start.get();
    }

    List<Act> path() {
        return path;
    }

    boolean hasShipped(World world) {
        return shipped.test(world);
    }

    private static boolean shows(World world, String channel) {
        return world.mappings.stream().anyMatch(mapping -> mapping.testChannel().equals(channel));
    }

    private static boolean serves(World world, RuleId id, ReleaseName name) {
        Rule rule = world.live.rule(id);
        return rule != null && name.equals(rule.mapping());
    }

    private static boolean onReleaseForEverybody(World world) {
        Rule rule = world.live.rule(ON_NIGHTLY);
        return rule != null && RELEASE.equals(rule.channel()) && rule.version() == null;
    }

    private static boolean isForEverybody(World world, RuleId id) {
        Rule rule = world.live.rule(id);
        return rule != null && rule.version() == null;
    }

    private static boolean isEvil(World world, ReleaseName name) {
        Release row = world.live.release(name);
        return row != null && row.content().equals(Cast.evil(name).content());
    }
}
