package dev.rehearsal.approval;

import dev.rehearsal.problem.WireNamed;

/** The outcome that a tester found; or, to lift, that a FAIL of somebody else shall not block any more. */
public enum Outcome implements WireNamed {
    PASS,
    FAIL,
    LIFT
}
