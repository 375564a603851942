package dev.rehearsal.ui.releases;

import dev.rehearsal.ui.frame.Tone;

/** A chip in a grid; public, since the grid's template reads it. */
public record ReleaseSign(String tone, String symbol, String text, String title) {

    ReleaseSign(Tone tone, String symbol, String text, String title) {
        this(tone.className(), symbol, text, title);
    }

    @Override
    public String toString() {
        return text;
    }
}
