package dev.rehearsal.approval;

import java.util.Locale;

/** What a tester found. */
public enum Outcome {
    PASS,
    FAIL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
