package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Cast.ANN;
import static dev.rehearsal.enactment.exploration.Cast.BOB;
import static dev.rehearsal.enactment.exploration.Cast.CYD;
import static dev.rehearsal.enactment.exploration.Cast.DAN;
import static dev.rehearsal.enactment.exploration.Cast.ESR;
import static dev.rehearsal.enactment.exploration.Cast.FREE;
import static dev.rehearsal.enactment.exploration.Cast.LOST;
import static dev.rehearsal.enactment.exploration.Cast.MAIN;
import static dev.rehearsal.enactment.exploration.Cast.NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.ON_ESR;
import static dev.rehearsal.enactment.exploration.Cast.ON_NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.ON_RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.PART;
import static dev.rehearsal.enactment.exploration.Cast.PARTNER;
import static dev.rehearsal.enactment.exploration.Cast.PIN_ON_NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.PIN_ON_RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.QA;
import static dev.rehearsal.enactment.exploration.Cast.RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.RELENG;
import static dev.rehearsal.enactment.exploration.Cast.SUPER;
import static dev.rehearsal.enactment.exploration.Cast.TEST;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The concrete acts of each kind, the most telling first. */
final class Acts {

    static final Wish SERVE_SUPER = Wish.rule(ON_RELEASE, RuleField.MAPPING, SUPER);
    static final Wish SERVE_FREE = Wish.rule(ON_RELEASE, RuleField.MAPPING, FREE);
    static final Wish MOVE_TO_RELEASE = Wish.rule(ON_NIGHTLY, RuleField.CHANNEL, RELEASE);
    static final Wish MOVE_TO_ESR = Wish.rule(ON_NIGHTLY, RuleField.CHANNEL, ESR);
    static final Wish MOVE_TO_NIGHTLY = Wish.rule(ON_NIGHTLY, RuleField.CHANNEL, NIGHTLY);
    static final Wish FOR_EVERYBODY = Wish.rule(ON_NIGHTLY, RuleField.VERSION, null);
    static final Wish FOR_OLDER = Wish.rule(ON_NIGHTLY, RuleField.VERSION, "<0.5");
    static final Wish TEST_FREE = Wish.rule(ON_ESR, RuleField.MAPPING, FREE);
    static final Wish FOR_PARTNER = Wish.newRule(PARTNER, FREE);
    static final Wish FOR_PARTNER_FROM_NIGHTLY = Wish.rule(ON_NIGHTLY, RuleField.CHANNEL, PARTNER);

    private static final Map<Kind, List<Act>> BY_KIND = new EnumMap<>(Kind.class);

    private Acts() {}

    static Act schedule(String what, Actor by, Wish wish) {
        return new Act(
                Kind.SCHEDULE,
                by + " schedules: " + what,
                (desk, world) -> desk.office().schedule(world, by, false, 0, wish));
    }

    static Act scheduleLater(String what, Actor by, Wish wish) {
        return new Act(
                Kind.SCHEDULE,
                by + " schedules for later: " + what,
                (desk, world) -> desk.office().schedule(world, by, false, 1, wish));
    }

    static Act scheduleIn(int hours, String what, Actor by, Wish wish) {
        return new Act(
                Kind.SCHEDULE,
                "%s schedules in %d hours: %s".formatted(by, hours, what),
                (desk, world) -> desk.office().schedule(world, by, false, hours, wish));
    }

    static Act draft(String what, Actor by, Wish wish) {
        return new Act(
                Kind.DRAFT,
                by + " drafts: " + what,
                (desk, world) -> desk.office().schedule(world, by, true, 0, wish));
    }

    static Act edit(String what, Actor by, int place, Wish wish) {
        return new Act(
                Kind.EDIT,
                "%s edits set %d: %s".formatted(by, place, what),
                (desk, world) -> desk.office().edit(world, by, place, wish, -1));
    }

    static Act resolve(Actor by, int place) {
        return new Act(
                Kind.RESOLVE,
                "%s resolves set %d".formatted(by, place),
                (desk, world) -> desk.office().edit(world, by, place, null, -1));
    }

    static Act reschedule(Actor by, int place, int inHours) {
        return new Act(
                Kind.RESCHEDULE,
                "%s reschedules set %d in %d hours".formatted(by, place, inHours),
                (desk, world) -> desk.office().reschedule(world, by, place, inHours));
    }

    static Act submit(Actor by, int place) {
        return new Act(
                Kind.SUBMIT,
                "%s submits set %d".formatted(by, place),
                (desk, world) -> desk.office().submit(world, by, place));
    }

    static Act hold(Actor by, int place) {
        return new Act(
                Kind.HOLD,
                "%s holds set %d".formatted(by, place),
                (desk, world) -> desk.office().hold(world, by, place));
    }

    static Act resume(Actor by, int place) {
        return new Act(
                Kind.RESUME,
                "%s resumes set %d".formatted(by, place),
                (desk, world) -> desk.office().resume(world, by, place));
    }

    static Act copy(Actor by, int place) {
        return new Act(
                Kind.COPY,
                "%s copies set %d".formatted(by, place),
                (desk, world) -> desk.office().copy(world, by, place));
    }

    static Act sign(Actor by, int place) {
        return sign(by, place, RELENG, false);
    }

    static Act sign(Actor by, int place, Role role, boolean alone) {
        return new Act(
                Kind.SIGN,
                "%s signs set %d as %s%s".formatted(by, place, role, alone ? ", alone" : ""),
                (desk, world) -> desk.counter().sign(world, by, place, role, alone));
    }

    static Act unsign(Actor by, int place) {
        return new Act(
                Kind.UNSIGN,
                "%s takes back the signoff of set %d".formatted(by, place),
                (desk, world) -> desk.counter().unsign(world, by, place));
    }

    static Act requestChanges(Actor by, int place) {
        return new Act(
                Kind.REQUEST_CHANGES,
                "%s requests changes of set %d".formatted(by, place),
                (desk, world) -> desk.counter().requestChanges(world, by, place));
    }

    static Act answer(Actor by, int place) {
        return new Act(
                Kind.ANSWER,
                "%s answers who requests changes of set %d".formatted(by, place),
                (desk, world) -> desk.counter().answer(world, by, place));
    }

    static Act takeBack(Actor by, int place) {
        return new Act(
                Kind.TAKE_BACK,
                "%s takes the request for changes of set %d back".formatted(by, place),
                (desk, world) -> desk.counter().takeBack(world, by, place));
    }

    static Act stop(Actor by, int place) {
        return new Act(
                Kind.STOP,
                "%s stops the rollout of set %d".formatted(by, place),
                (desk, world) -> desk.counter().stop(world, by, place));
    }

    static Act goOn(Actor by, int place) {
        return new Act(
                Kind.GO_ON,
                "%s lets the rollout of set %d go on".formatted(by, place),
                (desk, world) -> desk.counter().goOn(world, by, place));
    }

    static Act say(Actor by, Outcome outcome) {
        Kind kind = switch (outcome) {
            case PASS -> Kind.PASS;
            case FAIL -> Kind.FAIL;
            case LIFT -> Kind.LIFT;
        };
        return new Act(
                kind, by + " says " + outcome, (desk, world) -> desk.counter().say(world, by, outcome));
    }

    static Act direct(Kind kind, String what, Actor by, Wish... wishes) {
        return new Act(
                kind,
                by + " does at once: " + what,
                (desk, world) -> desk.enactments().direct(world, by, wishes));
    }

    static Act giveRole(Actor by, Actor person, Role role) {
        return new Act(
                Kind.GIVE_ROLE,
                "%s gives %s the role %s".formatted(by, person, role),
                (desk, world) -> desk.counter().giveRole(world, by, person, role));
    }

    static Act takeRole(Actor by, Actor person, Role role) {
        return new Act(
                Kind.TAKE_ROLE,
                "%s takes the role %s from %s".formatted(by, role, person),
                (desk, world) -> desk.counter().takeRole(world, by, person, role));
    }

    static Act permit(Actor by, Actor person, PermissionName name, boolean given) {
        return new Act(
                given ? Kind.GIVE_ROLE : Kind.TAKE_ROLE,
                "%s %s %s the permission %s".formatted(by, given ? "gives" : "takes from", person, name),
                (desk, world) -> desk.counter().permit(world, by, person, name, given));
    }

    static Act recreate(Actor by, Actor person) {
        return new Act(
                Kind.RECREATE_PERSON,
                "%s removes and makes again %s".formatted(by, person),
                (desk, world) -> desk.counter().recreate(world, by, person));
    }

    /** Two writes: the row goes, and one of that name with the same content comes. */
    static Act recreateRelease(Actor by, ReleaseName name) {
        return new Act(
                Kind.RECREATE_ROW, "%s removes and makes again release %s".formatted(by, name), (desk, world) -> {
                    World gone = desk.enactments().direct(world, by, Wish.withoutRelease(name));
                    return gone == null ? null : desk.enactments().direct(gone, by, Wish.release(name, true));
                });
    }

    static Act liftAndShutOff(Actor by, String channel) {
        return new Act(Kind.RECREATE_ROW, "%s shuts %s off, again".formatted(by, channel), (desk, world) -> {
            World lifted = desk.enactments().direct(world, by, Wish.lift(channel));
            return desk.counter().shutOff(lifted == null ? world : lifted, by, channel);
        });
    }

    static Act shutOff(Actor by, String channel) {
        return new Act(
                Kind.RECREATE_ROW,
                "%s shuts %s off".formatted(by, channel),
                (desk, world) -> desk.counter().shutOff(world, by, channel));
    }

    static Act breakGlass(Actor by, int place, int also) {
        return new Act(
                Kind.BREAK_GLASS,
                "%s breaks the glass for set %d%s".formatted(by, place, also < 0 ? "" : " and " + also),
                (desk, world) -> desk.enactments().breakGlass(world, by, place, also, BreakGlassScope.Over.GATES));
    }

    static Act passOver(Actor by, int place, int also, BreakGlassScope.Over over) {
        return new Act(
                over == BreakGlassScope.Over.FREEZES ? Kind.PASS_OVER_FREEZE : Kind.PASS_OVER_SIGNOFFS,
                "%s passes over %s for set %d%s".formatted(by, over, place, also < 0 ? "" : " and " + also),
                (desk, world) -> desk.enactments().breakGlass(world, by, place, also, over));
    }

    static Act passOverRail(Actor by, int place) {
        return new Act(
                Kind.PASS_OVER_RAIL,
                "%s passes over a guard rail for set %d".formatted(by, place),
                (desk, world) -> desk.counter().passOverRail(world, by, place));
    }

    static Act passOverAllRails(Actor by, int place, int also) {
        return new Act(
                Kind.PASS_OVER_RAIL,
                "%s breaks the glass past the guard rails for set %d%s"
                        .formatted(by, place, also < 0 ? "" : " and " + also),
                (desk, world) -> desk.enactments().breakGlass(world, by, place, also, BreakGlassScope.Over.RAILS));
    }

    static Act mirror(String what, Actor there, Wish wish) {
        return new Act(
                Kind.MIRROR,
                "the source shows: " + what,
                (desk, world) -> desk.source().shows(world, there, wish));
    }

    static Act mirrorScheduled(int inHours, String what, Actor there, Wish wish, Actor signer) {
        return new Act(
                Kind.MIRROR,
                "the source shows as scheduled in %d hours and signed by %s: %s".formatted(inHours, signer, what),
                (desk, world) -> desk.source().schedules(world, there, inHours, wish, signer, RELENG));
    }

    static Act takeOver(Actor by) {
        return new Act(
                Kind.TAKE_OVER,
                by + " takes over",
                (desk, world) -> desk.source().takeOver(world, by));
    }

    static Act tick() {
        return new Act(
                Kind.TICK, "an hour passes", (desk, world) -> desk.enactments().tick(world));
    }

    static Act enact(int place) {
        return new Act(
                Kind.TICK,
                "set %d is enacted by hand".formatted(place),
                (desk, world) -> desk.enactments().enactNow(world, place));
    }

    static {
        put(
                Kind.SCHEDULE,
                schedule("release serves the superblob", ANN, SERVE_SUPER),
                schedule("the rule of nightly moves to release", ANN, MOVE_TO_RELEASE),
                schedule("esr serves Free", ANN, TEST_FREE),
                schedule("the rule of nightly moves to esr", BOB, MOVE_TO_ESR),
                schedule("the rule of nightly moves to release", DAN, MOVE_TO_RELEASE),
                schedule("release serves Free", BOB, SERVE_FREE),
                schedule("a rule for a partner", ANN, FOR_PARTNER),
                scheduleLater("esr serves Free", ANN, TEST_FREE),
                schedule("release's pin", ANN, Wish.pin(PIN_ON_RELEASE, FREE)),
                schedule("the rule of release goes", ANN, Wish.withoutRule(ON_RELEASE)),
                schedule("Part turns evil", BOB, Wish.evil(PART)),
                schedule("Free turns evil", ANN, Wish.evil(FREE)));
        put(
                Kind.EDIT,
                edit("release serves Free", BOB, 0, SERVE_FREE),
                edit("esr serves Free", ANN, 0, TEST_FREE),
                edit("the rule of nightly is for everybody", BOB, 1, FOR_EVERYBODY),
                edit("release serves the superblob", ANN, 0, SERVE_SUPER));
        put(
                Kind.DRAFT,
                draft("Free turns evil", ANN, Wish.evil(FREE)),
                draft("esr serves Free", BOB, TEST_FREE),
                draft("a rule for a partner", BOB, FOR_PARTNER),
                draft("release serves Free", ANN, SERVE_FREE));
        put(Kind.SUBMIT, submit(BOB, 0), submit(ANN, 1), submit(ANN, 0), submit(BOB, 1));
        put(Kind.HOLD, hold(ANN, 0), hold(BOB, 1));
        put(Kind.RESUME, resume(BOB, 0), resume(ANN, 1), resume(ANN, 0));
        put(Kind.RESOLVE, resolve(BOB, 0), resolve(ANN, 1), resolve(ANN, 0));
        put(Kind.RESCHEDULE, reschedule(BOB, 0, 0), reschedule(ANN, 0, 1), reschedule(ANN, 1, 0));
        put(Kind.COPY, copy(BOB, 0), copy(ANN, 0));
        put(
                Kind.SIGN,
                sign(BOB, 0),
                sign(CYD, 0),
                sign(ANN, 0),
                sign(BOB, 1),
                sign(DAN, 0),
                sign(CYD, 1),
                sign(BOB, 0, QA, false),
                sign(CYD, 0, QA, false),
                sign(ANN, 1, RELENG, true));
        put(Kind.UNSIGN, unsign(BOB, 0), unsign(CYD, 0));
        put(Kind.REQUEST_CHANGES, requestChanges(CYD, 0), requestChanges(BOB, 0), requestChanges(CYD, 1));
        put(Kind.ANSWER, answer(ANN, 0), answer(BOB, 0), answer(BOB, 1));
        put(Kind.TAKE_BACK, takeBack(CYD, 0), takeBack(BOB, 0));
        put(Kind.STOP, stop(CYD, 0), stop(DAN, 0), stop(CYD, 1));
        put(Kind.GO_ON, goOn(ANN, 0), goOn(CYD, 0), goOn(BOB, 1));
        put(Kind.PASS, say(BOB, Outcome.PASS), say(ANN, Outcome.PASS), say(CYD, Outcome.PASS), say(DAN, Outcome.PASS));
        put(Kind.FAIL, say(CYD, Outcome.FAIL), say(BOB, Outcome.FAIL));
        put(Kind.LIFT, say(BOB, Outcome.LIFT), say(ANN, Outcome.LIFT));
        put(
                Kind.EDIT_RULE,
                direct(Kind.EDIT_RULE, "the rule of nightly is for everybody", ANN, FOR_EVERYBODY),
                direct(Kind.EDIT_RULE, "release serves Free", ANN, SERVE_FREE),
                direct(Kind.EDIT_RULE, "the rule of nightly moves to esr", BOB, MOVE_TO_ESR),
                direct(Kind.EDIT_RULE, "the rule of nightly is for older ones", DAN, FOR_OLDER),
                direct(Kind.EDIT_RULE, "the rule of nightly moves to a partner", ANN, FOR_PARTNER_FROM_NIGHTLY));
        put(
                Kind.EDIT_RELEASE,
                direct(Kind.EDIT_RELEASE, "Free turns evil", ANN, Wish.evil(FREE)),
                direct(Kind.EDIT_RELEASE, "Main turns evil", BOB, Wish.evil(MAIN)));
        put(
                Kind.EDIT_PART,
                direct(Kind.EDIT_PART, "Part turns evil", BOB, Wish.evil(PART)),
                direct(Kind.EDIT_PART, "Part turns evil", ANN, Wish.evil(PART)));
        put(
                Kind.MAKE_PART,
                direct(Kind.MAKE_PART, "the missing part", BOB, Wish.release(LOST, false)),
                direct(Kind.MAKE_PART, "the missing part", ANN, Wish.release(LOST, true)));
        put(
                Kind.PIN,
                direct(Kind.PIN, "release's pin", ANN, Wish.pin(PIN_ON_RELEASE, FREE)),
                direct(Kind.PIN, "nightly's pin", ANN, Wish.pin(PIN_ON_NIGHTLY, FREE)),
                direct(Kind.PIN, "release's pin to Super", BOB, Wish.pin(PIN_ON_RELEASE, SUPER)));
        put(
                Kind.MAP,
                schedule("release shows nightly", ANN, Wish.map(NIGHTLY, RELEASE))
                        .of(Kind.MAP),
                direct(Kind.MAP, "release shows nightly", ANN, Wish.map(NIGHTLY, RELEASE)),
                direct(Kind.MAP, "esr shows nightly", BOB, Wish.map(NIGHTLY, ESR)),
                schedule("esr shows nightly", BOB, Wish.map(NIGHTLY, ESR)).of(Kind.MAP));
        put(
                Kind.UNMAP,
                schedule("release shows its own", BOB, Wish.unmap(RELEASE)).of(Kind.UNMAP),
                direct(Kind.UNMAP, "release shows its own", ANN, Wish.unmap(RELEASE)),
                schedule("esr is not tested", ANN, Wish.unmap(TEST)).of(Kind.UNMAP));
        put(
                Kind.REQUIREMENT,
                schedule("release needs no signoffs", ANN, Wish.requirement(RELEASE, 0))
                        .of(Kind.REQUIREMENT),
                direct(Kind.REQUIREMENT, "release needs no signoffs", ANN, Wish.requirement(RELEASE, 0)),
                direct(Kind.REQUIREMENT, "release needs signoffs", ANN, Wish.requirement(RELEASE, 1)),
                schedule("release needs two", BOB, Wish.requirement(RELEASE, 2)).of(Kind.REQUIREMENT),
                direct(Kind.REQUIREMENT, "nightly needs signoffs", BOB, Wish.requirement(NIGHTLY, 1)));
        put(
                Kind.GATE,
                schedule("esr needs no test", ANN, Wish.gate(ESR, 0)).of(Kind.GATE),
                direct(Kind.GATE, "esr needs no test", ANN, Wish.gate(ESR, 0)),
                direct(Kind.GATE, "esr needs a test", ANN, Wish.gate(ESR, 1)),
                direct(Kind.GATE, "nightly needs a test", BOB, Wish.gate(NIGHTLY, 1)),
                schedule("esr needs two", BOB, Wish.gate(ESR, 2)).of(Kind.GATE));
        put(
                Kind.FREEZE,
                direct(Kind.FREEZE, "nightly is frozen", ANN, Wish.freeze(NIGHTLY, true)),
                schedule("release is frozen", ANN, Wish.freeze(RELEASE, true)).of(Kind.FREEZE),
                direct(Kind.FREEZE, "release is frozen", BOB, Wish.freeze(RELEASE, true)),
                direct(Kind.FREEZE, "nightly is frozen no more", BOB, Wish.freeze(NIGHTLY, false)),
                schedule("esr is frozen", BOB, Wish.freeze(ESR, true)).of(Kind.FREEZE));
        put(
                Kind.URGENT_ROLE,
                schedule("qa is urgent on release", ANN, Wish.urgent(RELEASE, QA, true))
                        .of(Kind.URGENT_ROLE),
                direct(Kind.URGENT_ROLE, "releng is urgent on release", ANN, Wish.urgent(RELEASE, RELENG, true)),
                schedule("qa is not urgent on release", BOB, Wish.urgent(RELEASE, QA, false))
                        .of(Kind.URGENT_ROLE),
                direct(Kind.URGENT_ROLE, "qa is urgent on esr", BOB, Wish.urgent(ESR, QA, true)));
        put(
                Kind.PASS_OVER_FREEZE,
                passOver(ANN, 0, -1, BreakGlassScope.Over.FREEZES),
                passOver(ANN, 1, -1, BreakGlassScope.Over.FREEZES),
                passOver(BOB, 1, 0, BreakGlassScope.Over.FREEZES));
        put(
                Kind.PASS_OVER_SIGNOFFS,
                passOver(ANN, 0, -1, BreakGlassScope.Over.SIGNOFFS),
                passOver(ANN, 1, -1, BreakGlassScope.Over.SIGNOFFS),
                passOver(BOB, 0, 1, BreakGlassScope.Over.SIGNOFFS));
        put(
                Kind.GIVE_ROLE,
                giveRole(DAN, DAN, RELENG),
                giveRole(DAN, BOB, RELENG),
                giveRole(ANN, CYD, QA),
                giveRole(DAN, CYD, RELENG),
                permit(BOB, ANN, PermissionName.ADMIN, true));
        put(
                Kind.TAKE_ROLE,
                takeRole(DAN, BOB, RELENG),
                takeRole(ANN, CYD, QA),
                takeRole(ANN, CYD, RELENG),
                permit(BOB, ANN, PermissionName.ADMIN, false));
        put(Kind.RECREATE_PERSON, recreate(DAN, BOB), recreate(ANN, CYD), recreate(BOB, ANN));
        put(Kind.RECREATE_ROW, recreateRelease(ANN, FREE), liftAndShutOff(ANN, NIGHTLY));
        put(
                Kind.RAIL,
                direct(Kind.RAIL, "nightly gets a guard rail", ANN, Wish.rail(NIGHTLY, true)),
                schedule("esr gets a guard rail", BOB, Wish.rail(ESR, true)),
                direct(Kind.RAIL, "nightly loses its guard rail", BOB, Wish.rail(NIGHTLY, false)),
                direct(Kind.RAIL, "release gets a guard rail", ANN, Wish.rail(RELEASE, true)));
        put(
                Kind.PASS_OVER_RAIL,
                passOverRail(BOB, 0),
                passOverRail(CYD, 0),
                passOverRail(ANN, 0),
                passOverRail(CYD, 1),
                passOverAllRails(ANN, 0, -1));
        put(Kind.BREAK_GLASS, breakGlass(ANN, 0, -1), breakGlass(ANN, 1, -1), breakGlass(BOB, 1, 0));
        put(
                Kind.GO_BACK,
                direct(Kind.GO_BACK, "esr serves Main again", BOB, Wish.rule(ON_ESR, RuleField.MAPPING, MAIN)),
                direct(Kind.GO_BACK, "release serves Main again", ANN, Wish.rule(ON_RELEASE, RuleField.MAPPING, MAIN)),
                direct(Kind.GO_BACK, "esr serves Free again", ANN, TEST_FREE),
                direct(Kind.GO_BACK, "the rule of nightly moves back", ANN, MOVE_TO_NIGHTLY),
                direct(
                        Kind.GO_BACK,
                        "Free is good again",
                        BOB,
                        Wish.part(
                                FREE,
                                Objects.requireNonNull(Cast.good(FREE).parts().get(BlobParts.BASE_PATH)))));
        put(
                Kind.MIRROR,
                mirrorScheduled(1, "release serves Free", ANN, SERVE_FREE, BOB),
                mirror("release serves the superblob", ANN, SERVE_SUPER),
                mirrorScheduled(0, "esr serves Free", BOB, TEST_FREE, CYD),
                mirror("Free is evil", BOB, Wish.evil(FREE)));
        put(Kind.TAKE_OVER, takeOver(ANN), takeOver(DAN));
        put(Kind.TICK, tick(), enact(0), enact(1));
    }

    private static void put(Kind kind, Act... acts) {
        BY_KIND.put(kind, List.of(acts));
    }

    static List<Act> of(Kind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }

    /** Returns of each kind as many as fit, in turn, so that each has some. */
    static List<Act> of(List<Kind> kinds, int most) {
        List<Act> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < most; round++) {
            int before = chosen.size();
            for (Kind kind : kinds) {
                if (round < of(kind).size() && chosen.size() < most) {
                    chosen.add(of(kind).get(round));
                }
            }
            if (chosen.size() == before) {
                break;
            }
        }
        return Collections.unmodifiableList(chosen);
    }
}
