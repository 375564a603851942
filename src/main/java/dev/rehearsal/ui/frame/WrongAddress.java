package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;

/** Says which parts of an address the screen at it cannot read. */
class WrongAddress extends Div {

    WrongAddress() {
        addClassName("wrong-address");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(AddressParameters taken, QueryParameters query) {
        removeAll();
        taken.problems(query).forEach(problem -> add(new Div(problem)));
        setVisible(getComponentCount() > 0);
    }
}
