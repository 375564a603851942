package dev.rehearsal.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** When what a screen shows was read; it stays true until a new state comes, which the screen then shows by itself. */
public class AsOf extends Span {

    public AsOf(Instant read) {
        add(new Text("as of "), Moment.date(read));
        getElement().setAttribute("title", "This page shows changes by itself");
    }
}
