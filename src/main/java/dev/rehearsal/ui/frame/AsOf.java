package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/**
 * Says when what a screen shows was read; it stays true until a new state comes, which the screen then shows by itself.
 */
public class AsOf extends Span {

    private static final Messages MESSAGES = Messages.beside(AsOf.class);

    public AsOf(Instant read) {
        add(MESSAGES.parts("as-of", Moment.date(read)));
        getElement().setAttribute("title", MESSAGES.get("as-of.why"));
    }
}
