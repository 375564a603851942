package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PeopleNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody with their roles and permissions, one on a line, and the way to somebody new. */
class PeopleTable extends Section {

    private static final Messages MESSAGES = Messages.beside(PeopleTable.class);

    private final TextField filter = new TextField();
    private final Span count = new Span();
    private final Paragraph onlyMyself = new Paragraph();
    private final Div rows = new Div();
    private final TextField newName = new TextField();
    private final DisabledReasonButton adding;
    private List<Person> people = List.of();
    private String selected = "";

    /**
     * @param onFilter hears what somebody typed
     * @param onAdd hears the name of somebody new
     */
    PeopleTable(Consumer<String> onFilter, Consumer<String> onAdd) {
        addClassNames("card", "people-table");
        getElement().setAttribute("aria-label", MESSAGES.get("table"));
        filter.setPlaceholder(MESSAGES.get("table.filter.example"));
        filter.setAriaLabel(MESSAGES.get("table.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addThemeName("small");
        filter.addValueChangeListener(change -> {
            showRows();
            if (change.isFromClient()) {
                onFilter.accept(filter.getValue());
            }
        });
        count.getElement().setAttribute("role", "status");
        newName.setAriaLabel(MESSAGES.get("table.new.name"));
        newName.setPlaceholder(MESSAGES.get("table.new"));
        newName.addThemeName("small");
        adding = new DisabledReasonButton(new SmallButton(MESSAGES.get("table.new.add"), () -> {
            if (!newName.getValue().isBlank()) {
                onAdd.accept(newName.getValue().strip());
            }
        }));
        Div bar = new Div(filter, count);
        bar.addClassName("bar");
        Div somebodyNew = new Div(newName, adding);
        somebodyNew.addClassName("bar");
        add(bar, onlyMyself, rows, somebodyNew);
    }

    void narrow(String text) {
        filter.setValue(text);
    }

    /**
     * @param whyNotOthers null for somebody who may see all
     * @param whyNotAdd null for somebody who may add people
     */
    void show(List<Person> all, String chosen, @Nullable String whyNotOthers, @Nullable String whyNotAdd) {
        people = all;
        selected = chosen;
        onlyMyself.setVisible(whyNotOthers != null);
        onlyMyself.setText(whyNotOthers == null ? "" : MESSAGES.get("table.only-myself", whyNotOthers));
        adding.allow(whyNotAdd);
        showRows();
    }

    private void showRows() {
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        List<Person> shown = people.stream()
                .filter(person -> searchable(person).contains(wanted))
                .toList();
        count.setText(
                shown.size() == people.size()
                        ? MESSAGES.get("table.count", people.size())
                        : MESSAGES.get("table.count.filtered", shown.size(), people.size()));
        NativeTable table = new NativeTable();
        table.setCaptionText(MESSAGES.get("table.caption"));
        NativeTableRow headings = table.getHead().addRow();
        List.of("table.name", "table.roles", "table.permissions")
                .forEach(column -> headings.addHeaderCell().setText(MESSAGES.get(column)));
        shown.forEach(person -> addRow(table.getBody().addRow(), person));
        rows.removeAll();
        rows.add(table);
    }

    private void addRow(NativeTableRow row, Person person) {
        RouterLink link = PeopleNavigation.linkTo(person.name(), filter.getValue());
        if (person.name().equals(selected)) {
            row.addClassName("selected");
            link.getElement().setAttribute("aria-current", "true");
        }
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(link);
        if (person.automation()) {
            name.add(new Chip(Tone.CALM, "⚙", MESSAGES.get("person.automation")));
        }
        row.addDataCell().setText(roles(person));
        row.addDataCell().setText(permissions(person));
    }

    private static String searchable(Person person) {
        return (person.name() + " " + roles(person) + " " + permissions(person)).toLowerCase(Locale.ROOT);
    }

    private static String roles(Person person) {
        return person.sortedRoles().stream().map(Role::name).collect(Collectors.joining(", "));
    }

    private static String permissions(Person person) {
        return person.permissions().values().stream()
                .sorted(Comparator.comparing(Permission::name))
                .map(permission -> PermissionWords.name(permission) + PermissionWords.inBrackets(permission))
                .collect(Collectors.joining(", "));
    }
}
