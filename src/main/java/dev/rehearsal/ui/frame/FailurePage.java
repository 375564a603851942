package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Stands where a screen could not be opened. It has no menu, whose counts may be what has failed. */
@AnonymousAllowed
class FailurePage extends Div implements HasErrorParameter<Exception> {

    private static final Messages MESSAGES = Messages.beside(FailurePage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<Exception> failed) {
        add(new H1(MESSAGES.get("failure.page")), new Paragraph(FailureMessages.sentence(failed.getException())));
        addClassName("empty-state");
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
