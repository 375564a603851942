package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which parts of an address no screen can read: numbers and times have the same names on every screen. */
class WrongAddress extends Div {

    private static final Messages MESSAGES = Messages.beside(WrongAddress.class);

    private static final Set<String> NUMBERS = Set.of("page", "revision", "saved", "set", "receipt", "days");
    private static final Set<String> TIMES = Set.of("at", "until", "with");

    WrongAddress() {
        addClassName("wrong-address");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(QueryParameters query) {
        removeAll();
        problems(query).forEach(problem -> add(new Div(problem)));
        setVisible(getComponentCount() > 0);
    }

    private static List<String> problems(QueryParameters query) {
        List<String> problems = new ArrayList<>();
        query.getParameters().forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.getFirst();
            if (!value.isEmpty() && NUMBERS.contains(name) && !isCount(Query.number(query, name))) {
                problems.add(MESSAGES.get("address.no-number", name, value));
            } else if (!value.isEmpty() && TIMES.contains(name) && Query.time(query, name) == null) {
                problems.add(MESSAGES.get("address.no-time", name, value));
            }
        });
        return problems;
    }

    private static boolean isCount(@Nullable Long number) {
        return number != null && number >= 0;
    }
}
