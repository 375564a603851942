package dev.rehearsal.approval;

import java.util.Locale;

/** What a tester found; or, to lift, that a FAIL of somebody else shall not block any more. */
public enum Outcome {
    PASS,
    FAIL,
    LIFT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
