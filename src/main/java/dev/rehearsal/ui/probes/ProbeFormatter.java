package dev.rehearsal.ui.probes;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;

/** Answers in a word or two. */
final class ProbeFormatter {

    private static final Messages MESSAGES = Messages.beside(ProbeFormatter.class);

    private ProbeFormatter() {}

    static String said(Expectation expected) {
        return switch (expected) {
            case Expectation.Release(ReleaseName name) -> name.value();
            case Expectation.NoUpdate() -> MESSAGES.get("no-update");
            case Expectation.Exactly _ -> MESSAGES.get("exact-xml");
        };
    }

    static String said(Decided got) {
        if (got.isRefused()) {
            return MESSAGES.get("an-error", Integer.toString(got.answer().status()));
        }
        ReleaseName release = got.release();
        return release == null ? MESSAGES.get("no-update") : release.value();
    }

    static Chip chip(boolean passes) {
        return passes
                ? new Chip(Tone.GOOD, "✓", MESSAGES.get("passes"))
                : new Chip(Tone.BAD, "✗", MESSAGES.get("fails"));
    }
}
