package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.List;

/**
 * Asks before something is done, and says what will happen to whom. What is refused is said in the dialog, which then
 * stays with everything that was typed.
 */
public class ConfirmationDialog extends Dialog {

    private static final Messages MESSAGES = Messages.beside(ConfirmationDialog.class);

    private final Div content = new Div();
    private final Div refusal = new Div();
    private final Button confirm;

    /** @param confirmed what the button that does it says; never just "OK" */
    public ConfirmationDialog(String title, String confirmed, Runnable action) {
        confirm = new Button(confirmed, click -> attempt(action));
        confirm.addThemeNames("primary");
        setHeaderTitle(title);
        setRole("alertdialog");
        setWidth("min(560px, 94vw)");
        refusal.getElement().setAttribute("role", "alert");
        refusal.addClassName("refusal");
        content.addClassName("decision");
        add(content, refusal);
        getFooter().add(new Button(MESSAGES.get("cancel"), click -> close()), confirm);
    }

    /** Says each of these that is not empty. */
    public ConfirmationDialog saying(String... sentences) {
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                content.add(new Paragraph(sentence));
            }
        }
        return this;
    }

    public ConfirmationDialog with(Component... parts) {
        content.add(parts);
        return this;
    }

    /**
     * What is typed into it is kept as of a form: until it is done or somebody closes it.
     *
     * @param form such as {@code set-12-title}
     */
    public ConfirmationDialog keeping(Actor who, String form) {
        FormDraft draft = new FormDraft();
        draft.keep(who, form);
        content.addComponentAsFirst(draft);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                draft.forget();
            }
        });
        return this;
    }

    /** For what cannot be taken back. */
    public ConfirmationDialog dangerous() {
        confirm.addThemeNames("error");
        return this;
    }

    private void attempt(Runnable action) {
        refusal.removeAll();
        try {
            action.run();
            close();
        } catch (RefusedException refused) {
            refusal.add(new Chip(Tone.BAD, "!", MESSAGES.get("not-done")), told(refused));
        }
    }

    private static Component told(RefusedException refused) {
        List<Problem> problems = refused.problems();
        return problems.size() == 1
                ? new Paragraph(Sentence.of(problems.getFirst()))
                : new UnorderedList(problems.stream()
                        .map(problem -> new ListItem(Sentence.of(problem)))
                        .toArray(ListItem[]::new));
    }
}
