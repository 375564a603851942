package dev.rehearsal.ui.changes;

import dev.rehearsal.ui.frame.Tone;

/** A chip in a cell of a grid, which is made by the browser. */
public record GridChip(String tone, String symbol, String text, String title) {

    static GridChip of(Tone tone, String symbol, String text) {
        return of(tone, symbol, text, "");
    }

    static GridChip of(Tone tone, String symbol, String text, String title) {
        return new GridChip(tone.className(), symbol, text, title);
    }

    /** For a grid's template: the expression names a property that holds a list of chips. */
    static String template(String expression) {
        return "${%s.map(chip => html`<span class=\"chip ${chip.tone}\" title=\"${chip.title}\">".formatted(expression)
                + "<span aria-hidden=\"true\">${chip.symbol}</span><span>${chip.text}</span></span> `)}";
    }
}
