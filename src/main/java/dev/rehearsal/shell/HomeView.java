package dev.rehearsal.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;

@Route("")
@com.vaadin.flow.server.auth.AnonymousAllowed
class HomeView extends VerticalLayout {
    HomeView() {
        add(new H1("Rehearsal"));
    }
}
