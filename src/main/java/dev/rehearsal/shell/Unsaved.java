package dev.rehearsal.shell;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Whether somebody has entered something that leaving the screen would lose; then they are asked first. */
public final class Unsaved {

    private static final Messages MESSAGES = Messages.beside(Unsaved.class);

    private boolean something;

    public void note() {
        something = true;
    }

    /** It was saved, or given up. */
    public void forget() {
        something = false;
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
