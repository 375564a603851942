package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.schedule.NextAct;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.EmergencyAddress;
import dev.rehearsal.ui.links.EmergencyNavigation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line that says who must act on a live channel, and on what. */
class NextActLine extends Div {

    private static final Messages MESSAGES = Messages.beside(NextActLine.class);

    private static final int NAMED = 3;

    NextActLine(NextAct act) {
        addClassName("next-act");
        switch (act.kind()) {
            case SIGN, TEST -> act.needed().forEach((role, count) -> add(line(act, role, count)));
            case DECIDE, RESOLVE, REVISE, KEEP_RAILS, ANSWER -> byAuthor(act);
            case LIFT ->
                add(MESSAGES.parts(
                        "act.lift", EmergencyNavigation.link(MESSAGES.get("act.lift.where"), EmergencyAddress.PLAIN)));
            case NOBODY, ROLLOUT, NOTHING -> {
                Span nobody = new Span(MESSAGES.get(key(act)));
                nobody.addClassName("facts");
                add(nobody);
            }
        }
    }

    private static String key(NextAct act) {
        return "act." + act.kind().name().toLowerCase(Locale.ROOT);
    }

    private void byAuthor(NextAct act) {
        ChangeSet set = act.set();
        if (set != null) {
            add(PersonName.sign(set.author()));
            add(new Span(MESSAGES.parts(key(act), PersonName.of(set.author()), ChangesNavigation.linkTo(set))));
        }
    }

    private static Div line(NextAct act, Role role, int count) {
        List<Actor> people = act.people().getOrDefault(role, List.of());
        Div line = new Div(new Span(MESSAGES.get(key(act), count, role)));
        people.stream().limit(NAMED).forEach(person -> line.add(PersonName.sign(person)));
        Span names = new Span(names(people, count));
        names.addClassName("facts");
        names.getElement()
                .setAttribute("title", people.stream().map(Actor::name).collect(Collectors.joining(", ")));
        line.add(names);
        return line;
    }

    private static String names(List<Actor> people, int count) {
        if (people.size() < count) {
            return MESSAGES.get("act.too-few", people.size());
        }
        String named = people.stream().limit(NAMED).map(PersonName::of).collect(Collectors.joining(", "));
        return people.size() > NAMED ? MESSAGES.get("act.and-others", named, people.size() - NAMED) : named;
    }
}
