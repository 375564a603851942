package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.rehearsal.access.StepUp;
import dev.rehearsal.access.StepUpRequiredException;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.problem.LoggedFault;
import dev.rehearsal.problem.RefusedException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says on a screen that something has failed behind it; the screen stays as it is, with everything that was entered. */
@Component
class FailureMessages implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMessages.class);
    private static final long serialVersionUID = 1L;
    private static final Messages MESSAGES = Messages.beside(FailureMessages.class);
    private static final String SHOWN = FailureMessages.class.getName();

    private final transient StepUp stepUp;

    FailureMessages(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(this::tell));
    }

    void tell(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        if (failure instanceof IOException) {
            LOG.debug("A browser has gone away", failure);
            return;
        }
        String sentence = sentence(failure);
        UI ui = UI.getCurrent();
        if (ui != null && !proveAnew(ui, cause(StepUpRequiredException.class, failure))) {
            show(ui, sentence);
        }
    }

    /** Whether the browser goes to the issuer instead, from where it comes back to this screen. */
    private boolean proveAnew(UI ui, @Nullable StepUpRequiredException required) {
        String back = "/" + ui.getActiveViewLocation().getPathWithQueryParameters();
        Optional<String> issuer = required == null ? Optional.empty() : stepUp.begin(required, back);
        issuer.ifPresent(address -> ui.getPage().setLocation(address));
        return issuer.isPresent();
    }

    /** Logs what has failed unless somebody is told why, and returns what to tell them. */
    static String sentence(Throwable failure) {
        RefusedException refused = cause(RefusedException.class, failure);
        if (refused != null) {
            return MESSAGES.get("not-done.why", Sentence.of(refused));
        }
        StepUpRequiredException required = cause(StepUpRequiredException.class, failure);
        if (required != null) {
            return MESSAGES.get("not-done.why", String.valueOf(required.getMessage()));
        }
        return switch (StorageFailure.of(failure)) {
            case CONFLICT -> {
                LOG.warn("Two writes were in each other's way: {}", StorageFailure.reason(failure));
                yield MESSAGES.get("failure.conflict");
            }
            case AWAY -> {
                LOG.error("The database did not answer: {}", StorageFailure.reason(failure));
                yield MESSAGES.get("failure.away");
            }
            case FAULT -> MESSAGES.get("failure.fault", LoggedFault.of(failure).id());
        };
    }

    private static <E extends Exception> @Nullable E cause(Class<E> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Until somebody closes it, or the next failure takes its place. */
    private static void show(UI ui, String sentence) {
        if (ComponentUtil.getData(ui, SHOWN) instanceof Notification before) {
            before.close();
        }
        Notification notification = new Notification();
        Button close = new Button(MESSAGES.get("failure.close"), click -> notification.close());
        close.addThemeNames("small");
        Div content = new Div(new Span(sentence), close);
        content.addClassName("done");
        notification.add(content);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(0);
        notification.setAssertive(true);
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.open();
        ComponentUtil.setData(ui, SHOWN, notification);
    }
}
