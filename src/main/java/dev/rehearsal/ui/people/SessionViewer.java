package dev.rehearsal.ui.people;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.ui.frame.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The viewer is whoever signed in to the session of this browser. */
@Component
@ConditionalOnWebApplication
class SessionViewer implements Viewer {

    private final SignedIn signedIn;
    private final AuthenticationContext session;

    SessionViewer(SignedIn signedIn, AuthenticationContext session) {
        this.signedIn = signedIn;
        this.session = session;
    }

    @Override
    public String name() {
        return signedIn.actor().name();
    }

    @Override
    public void signOut() {
        session.logout();
    }
}
