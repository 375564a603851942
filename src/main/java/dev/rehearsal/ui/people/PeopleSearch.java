package dev.rehearsal.ui.people;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PeopleNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People, by name and role; whoever may not see others finds themselves only. */
@Component
class PeopleSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(PeopleSearch.class);

    private final PeopleDesk desk;

    PeopleSearch(PeopleDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return MESSAGES.get("search.title");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text.best(desk.visible().stream(), PeopleSearch::fields, most).stream()
                .map(PeopleSearch::found)
                .toList();
    }

    private static List<@Nullable String> fields(Person person) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(person.name());
        person.sortedRoles().forEach(role -> fields.add(role.name()));
        return fields;
    }

    private static Found found(Person person) {
        return new Found(
                person.name(),
                person.sortedRoles().stream().map(Role::name).collect(Collectors.joining(", ")),
                PeopleNavigation.path(person.name()));
    }
}
