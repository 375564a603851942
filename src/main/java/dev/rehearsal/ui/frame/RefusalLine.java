package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.problem.RefusedException;

/** Says why something was not done, beside what would have done it; else it is not there. */
public class RefusalLine extends Paragraph {

    public RefusalLine() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        clear();
    }

    /** @return whether it was done */
    public boolean attempt(Runnable deed) {
        try {
            deed.run();
            clear();
            return true;
        } catch (RefusedException refused) {
            setText(Sentence.of(refused));
            setVisible(true);
            return false;
        }
    }

    private void clear() {
        setText("");
        setVisible(false);
    }
}
