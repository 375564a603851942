package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import dev.rehearsal.problem.RefusedException;

/** Says for a while that something was done, where it stands in nobody's way. */
public final class Toast {

    private static final Messages MESSAGES = Messages.beside(Toast.class);

    private static final int SHOWN_MILLIS = 6_000;

    private Toast() {}

    public static void say(String what) {
        Notification.show(what, SHOWN_MILLIS, Notification.Position.BOTTOM_START);
    }

    /** With a button that takes it back; if that is refused, it says why. */
    public static void say(String what, Runnable undo) {
        Notification notification = new Notification();
        Button button = new Button(MESSAGES.get("undo"), click -> {
            notification.close();
            try {
                undo.run();
            } catch (RefusedException refused) {
                refuse(refused);
            }
        });
        button.addThemeNames("small");
        Div content = new Div(new Span(what), button);
        content.addClassName("done");
        notification.add(content);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(2 * SHOWN_MILLIS);
        notification.open();
    }

    /** Says that nothing was done, and why. */
    public static void refuse(RefusedException refused) {
        Notification notification = new Notification(
                MESSAGES.get("not-done.why", Sentence.of(refused)),
                2 * SHOWN_MILLIS,
                Notification.Position.BOTTOM_START);
        notification.setAssertive(true);
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.open();
    }
}
