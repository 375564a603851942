package dev.rehearsal.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.access.BootstrapToken;
import dev.rehearsal.access.People;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.ui.frame.FrameNotice;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells administrators on every screen that the token of the first start still opens everything. */
@Service
class BootstrapNotice implements FrameNotice {

    private static final Messages MESSAGES = Messages.beside(BootstrapNotice.class);

    private final BootstrapToken token;
    private final People people;
    private final SignedIn signedIn;

    BootstrapNotice(BootstrapToken token, People people, SignedIn signedIn) {
        this.token = token;
        this.people = people;
        this.signedIn = signedIn;
    }

    @Override
    public List<Component> current() {
        if (!token.isSet() || !people.find(signedIn.actor()).permissions().containsKey(PermissionName.ADMIN)) {
            return List.of();
        }
        Span sign = new Span("▲");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(MESSAGES.get("bootstrap.notice"));
        said.addClassName("said");
        Div banner = new Div(new Div(sign, said));
        banner.addClassNames("stop-notice", "warning");
        banner.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", MESSAGES.get("bootstrap.notice.region"));
        return List.of(banner);
    }
}
