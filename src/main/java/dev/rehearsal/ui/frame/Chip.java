package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Span;

/** A state in a word or two, told by symbol and text as well as by colour. */
public class Chip extends Span {

    /** @param symbol one character that screen readers skip: the text must do without it */
    public Chip(Tone tone, String symbol, String text) {
        Span sign = new Span(symbol);
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(text));
        addClassNames("chip", tone.className());
    }
}
