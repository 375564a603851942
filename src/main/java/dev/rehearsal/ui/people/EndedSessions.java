package dev.rehearsal.ui.people;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.rehearsal.access.OpenSessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Signs out, at the next step from screen to screen, whoever's session is no good any more; on whichever node. */
@Component
@ConditionalOnWebApplication
class EndedSessions implements VaadinServiceInitListener {

    private final transient OpenSessions sessions;
    private final transient AuthenticationContext session;

    EndedSessions(OpenSessions sessions, AuthenticationContext session) {
        this.sessions = sessions;
        this.session = session;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(page -> page.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent entering) {
        if (!sessions.isStillGood()) {
            entering.forwardTo(SignInView.class);
            session.logout();
        }
    }
}
