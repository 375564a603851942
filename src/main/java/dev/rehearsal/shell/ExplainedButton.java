package dev.rehearsal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A button that says why, where it cannot be pressed. */
public class ExplainedButton extends Span {

    private final Button button;
    private final Span reason = new Span();

    public ExplainedButton(String text, Runnable onClick) {
        button = new Button(text, click -> onClick.run());
        button.addThemeName("small");
        reason.addClassName("reason");
        addClassName("explained-button");
        add(button, reason);
        explain(null);
    }

    /** Where the text alone does not say what it is about. */
    public ExplainedButton labelled(String label) {
        button.setAriaLabel(label);
        return this;
    }

    public void setText(String text) {
        button.setText(text);
    }

    /** @param whyNot a sentence; null where it can be pressed */
    public final ExplainedButton explain(@Nullable String whyNot) {
        button.setEnabled(whyNot == null);
        reason.setText(whyNot == null ? "" : whyNot);
        reason.setVisible(whyNot != null);
        return this;
    }
}
