package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Stands where a link within the screens leads to none. */
@ParentLayout(MainLayout.class)
@PermitAll
class UnknownScreen extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(UnknownScreen.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<NotFoundException> failed) {
        removeAll();
        add(
                new H1(MESSAGES.get("address.unknown", entering.getLocation().getPath())),
                new EmptyState(
                        MESSAGES.get("address.unknown.why"), new Anchor(".", MESSAGES.get("address.unknown.next"))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("address.unknown.title");
    }
}
