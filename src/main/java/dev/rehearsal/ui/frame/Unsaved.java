package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import dev.rehearsal.ledger.Actor;

/** Keeps in their browser what somebody has entered and not saved, and asks them before they leave the screen. */
public final class Unsaved {

    private static final Messages MESSAGES = Messages.beside(Unsaved.class);

    private final FormDraft draft = new FormDraft();
    private boolean something;

    /**
     * A form is opened: what this person entered in it before, and neither saved nor gave up, is offered.
     *
     * @param form such as {@code rule-edit-31}
     */
    public void begin(Actor who, String form) {
        something = false;
        draft.keep(who, form);
    }

    /** What offers it; stands where all fields of the form are, before them. */
    public Component offer() {
        return draft;
    }

    /**
     * Names a field for drafts; one that is not named is not kept.
     *
     * @param name stays what it is from version to version, other than the label; of one field in a form
     */
    public static void keep(Component field, String name) {
        field.getElement().setAttribute("data-draft", name);
    }

    public void note() {
        something = true;
    }

    /** It was saved, or given up. */
    public void forget() {
        something = false;
        draft.forget();
    }

    public void askBefore(BeforeLeaveEvent leaving) {
        if (!something) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = leaving.postpone();
        ConfirmDialog question = new ConfirmDialog(
                MESSAGES.get("leave"), MESSAGES.get("leave.lost"), MESSAGES.get("leave.confirm"), confirmed -> {
                    forget();
                    leave.proceed();
                });
        question.setCancelable(true);
        question.setCancelText(MESSAGES.get("leave.stay"));
        question.addCancelListener(stayed -> leave.cancel());
        question.open();
    }
}
