package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Acts.SERVE_SUPER;
import static dev.rehearsal.enactment.exploration.Acts.TEST_FREE;
import static dev.rehearsal.enactment.exploration.Acts.direct;
import static dev.rehearsal.enactment.exploration.Acts.draft;
import static dev.rehearsal.enactment.exploration.Acts.giveRole;
import static dev.rehearsal.enactment.exploration.Acts.hold;
import static dev.rehearsal.enactment.exploration.Acts.schedule;
import static dev.rehearsal.enactment.exploration.Acts.sign;
import static dev.rehearsal.enactment.exploration.Acts.tick;
import static dev.rehearsal.enactment.exploration.Cast.ANN;
import static dev.rehearsal.enactment.exploration.Cast.BOB;
import static dev.rehearsal.enactment.exploration.Cast.CYD;
import static dev.rehearsal.enactment.exploration.Cast.DAN;
import static dev.rehearsal.enactment.exploration.Cast.FREE;
import static dev.rehearsal.enactment.exploration.Cast.NIGHTLY;
import static dev.rehearsal.enactment.exploration.Cast.RELEASE;
import static dev.rehearsal.enactment.exploration.Cast.RELENG;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.matching.RuleField;
import java.util.List;

/** Where exploring begins: each is reached by acts from the same world. */
enum Seed {
    SIGNED_AND_PENDING(Acts.scheduleLater("release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0)),
    DRAFT_BESIDE_SIGNED(
            draft("Free turns evil", ANN, Wish.evil(FREE)),
            Acts.scheduleLater("release serves Free", BOB, Acts.SERVE_FREE),
            sign(CYD, 1)),
    CHANGES_REQUESTED(
            Acts.scheduleLater("release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0), Acts.requestChanges(CYD, 0)),
    STOPPED(Acts.scheduleLater("release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0), Acts.stop(CYD, 0)),
    HELD(Acts.scheduleLater("release serves Free", ANN, Acts.SERVE_FREE), sign(BOB, 0), hold(ANN, 0)),
    DISARMED(
            schedule("the rule of nightly is for everybody", ANN, Acts.MOVE_TO_RELEASE),
            sign(BOB, 0),
            direct(
                    Kind.EDIT_RULE,
                    "the rule of nightly is for a partner",
                    DAN,
                    Wish.rule(Cast.ON_NIGHTLY, RuleField.CHANNEL, "aurora")),
            tick()),
    WAITING_FOR_A_VERDICT(schedule("esr serves Free", ANN, TEST_FREE)),
    SUPERBLOB_BROUGHT_IN(Acts.scheduleLater("release serves the superblob", ANN, SERVE_SUPER), sign(BOB, 0)),
    TEST_CHANNEL_MAPPED(schedule("release shows nightly", ANN, Wish.map(NIGHTLY, RELEASE)), sign(BOB, 0), tick()),
    PARTNER_CHANNEL(schedule("a rule for a partner", ANN, Acts.FOR_PARTNER), sign(BOB, 0)),
    TESTED_APART(
            schedule("esr serves Free", ANN, TEST_FREE),
            Acts.say(BOB, Outcome.PASS),
            schedule("the rule of nightly moves to esr", BOB, Acts.MOVE_TO_ESR)),
    URGENT(
            schedule("qa is urgent on release", ANN, Wish.urgent(Cast.RELEASE, Cast.QA, true)),
            sign(BOB, 0),
            tick(),
            Acts.scheduleLater("release serves Free", ANN, Acts.SERVE_FREE),
            Acts.sign(BOB, 0, Cast.QA, false)),
    FOLLOWED(
            Acts.mirrorScheduled(1, "release serves Free", ANN, Acts.SERVE_FREE, BOB),
            Acts.mirrorScheduled(0, "esr serves Free", BOB, TEST_FREE, CYD)) {
        @Override
        World start() {
            return Cast.followed();
        }
    },
    FRESH_ROLE(
            Acts.scheduleLater("the rule of nightly moves to release", DAN, Acts.MOVE_TO_RELEASE),
            giveRole(DAN, CYD, new Role("relman")),
            Acts.takeRole(DAN, BOB, RELENG),
            giveRole(DAN, BOB, RELENG));

    private final List<Act> acts;

    Seed(Act... acts) {
        this.acts = List.of(acts);
    }

    World start() {
        return Cast.world();
    }

    World world(Desk desk) {
        World world = start();
        for (Act act : acts) {
            World next = act.on(desk, world);
            if (next == null) {
                throw new AssertionError(name() + " is not reached: refused was that " + act);
            }
            world = next;
        }
        return world;
    }
}
