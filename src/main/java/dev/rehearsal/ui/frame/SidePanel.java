package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.stream.Stream;

/** A panel beside a list: a title, a button that closes it, and below them what is done there. */
public abstract class SidePanel extends Aside {

    private final H2 title = new H2();
    private final Div heading;
    private final Runnable onClose;

    /**
     * @param name of the panel, for screen readers
     * @param closing the name of the button, for screen readers
     */
    protected SidePanel(String name, String closing, Runnable onClose) {
        this.onClose = onClose;
        Button close = new Button("×", click -> close());
        close.setAriaLabel(closing);
        close.addThemeNames("tertiary", "icon");
        heading = new Div(title, close);
        heading.addClassName("panel-heading");
        addClassNames("card", "panel");
        getElement().setAttribute("aria-label", name);
    }

    protected void close() {
        onClose.run();
    }

    protected final void entitle(String text) {
        title.setText(text);
    }

    /** Shows these parts below the title. Those that are there already stay untouched: somebody may be typing in them. */
    protected final void place(Component... parts) {
        List<Component> wanted =
                Stream.concat(Stream.of(heading), Stream.of(parts)).toList();
        if (!getChildren().toList().equals(wanted)) {
            removeAll();
            add(wanted);
        }
    }
}
