package dev.rehearsal.shell;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Whether somebody has entered something that leaving the screen would lose; then they are asked first. */
public final class Unsaved {

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
                "Leave without saving?", "What you have entered here is lost then.", "Leave", confirmed -> {
                    forget();
                    leave.proceed();
                });
        question.setCancelable(true);
        question.setCancelText("Stay");
        question.addCancelListener(stayed -> leave.cancel());
        question.open();
    }
}
