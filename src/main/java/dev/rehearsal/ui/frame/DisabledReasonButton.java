package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A button and, where the signed-in user cannot use it, the reason beside it. */
public class DisabledReasonButton extends Div {

    private final Button button;
    private final Span reason = new Span();

    public DisabledReasonButton(Button button) {
        this.button = button;
        addClassName("guarded");
        reason.addClassName("reason");
        reason.setId("reason-" + System.identityHashCode(reason));
        add(button, reason);
        allow(null);
    }

    public DisabledReasonButton(Button button, @Nullable String whyNot) {
        this(button);
        allow(whyNot);
    }

    /** @param whyNot null if the button can be used */
    public final void allow(@Nullable String whyNot) {
        button.setEnabled(whyNot == null);
        reason.setText(whyNot == null ? "" : Sentence.of(whyNot));
        reason.setVisible(whyNot != null);
        if (whyNot == null) {
            button.getElement().removeAttribute("aria-describedby");
        } else {
            button.getElement().setAttribute("aria-describedby", reason.getId().orElse(""));
        }
    }
}
