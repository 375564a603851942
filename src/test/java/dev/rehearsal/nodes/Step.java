package dev.rehearsal.nodes;

import dev.rehearsal.ledger.Actor;

/** What somebody does to a set of which they have seen the version it had. */
sealed interface Step {

    Actor by();

    /** Writes other content, which this text tells apart. */
    record Edit(Actor by, String content) implements Step {}

    record Retitle(Actor by, String title) implements Step {}

    record Sign(Actor by) implements Step {}

    /** Takes back one's own signoff. */
    record Revoke(Actor by) implements Step {}

    record Hold(Actor by) implements Step {}

    record Withdraw(Actor by) implements Step {}

    record Enact(Actor by) implements Step {}

    /** Whatever it is by now, as Balrog's endpoint has it. */
    record EnactUnseen(Actor by) implements Step {}
}
