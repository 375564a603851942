package dev.rehearsal.preview.ui;

import dev.rehearsal.shell.Tone;

/** Where a row of the staged table comes from, as people see it. */
enum Mark {
    LIVE("", "live", Tone.CALM),
    EDITED("✎", "edited", Tone.CAREFUL),
    ADDED("+", "added", Tone.GOOD),
    REMOVED("−", "removed", Tone.BAD);

    private final String symbol;
    private final String word;
    private final Tone tone;

    Mark(String symbol, String word, Tone tone) {
        this.symbol = symbol;
        this.word = word;
        this.tone = tone;
    }

    String symbol() {
        return symbol;
    }

    String word() {
        return word;
    }

    Tone tone() {
        return tone;
    }
}
