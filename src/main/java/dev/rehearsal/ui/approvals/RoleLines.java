package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rehearsal.access.Role;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.Holders;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Roles and how many signoffs of each are needed, one line each. */
class RoleLines extends Div {

    private static final Messages MESSAGES = Messages.beside(RoleLines.class);

    private final Runnable onChange;
    private final Div lines = new Div();
    private final List<Line> all = new ArrayList<>();
    private @Nullable NodeState state;

    RoleLines(Runnable onChange) {
        this.onChange = onChange;
        addClassName("role-lines");
        Button more = new Button(MESSAGES.get("form.more"), click -> {
            addLine("", 1);
            onChange.run();
        });
        more.addThemeName("small");
        add(lines, more);
    }

    void setState(NodeState now) {
        state = now;
        all.forEach(Line::showHolders);
    }

    /** In place of what was entered. */
    void show(SortedMap<Role, Integer> signoffs) {
        lines.removeAll();
        all.clear();
        signoffs.forEach((role, count) -> addLine(role.name(), count));
        if (all.isEmpty()) {
            addLine("", 1);
        }
    }

    private void addLine(String role, int count) {
        Line line = new Line(role, count);
        all.add(line);
        lines.add(line);
    }

    /** By role; a line without a role, or with 0, asks for nothing. */
    Map<Role, Integer> entered() {
        Map<Role, Integer> entered = new LinkedHashMap<>();
        for (Line line : all) {
            if (!line.roleName().isEmpty() && line.number() > 0) {
                entered.put(new Role(line.roleName()), line.number());
            }
        }
        return entered;
    }

    /** @param sentence null for none */
    void showProblem(Role role, @Nullable String sentence) {
        all.stream().filter(line -> line.roleName().equals(role.name())).forEach(line -> line.showProblem(sentence));
    }

    private SortedSet<String> roles() {
        SortedSet<String> roles = new TreeSet<>();
        if (state != null) {
            state.circumstances()
                    .people()
                    .values()
                    .forEach(person -> person.roles().forEach(role -> roles.add(role.name())));
        }
        return roles;
    }

    private final class Line extends Div {

        private final OpenChoice role = new OpenChoice();
        private final IntegerField count = new IntegerField();
        private final Div holders = new Div();

        Line(String roleName, int number) {
            addClassName("role-line");
            Collection<String> known = roles();
            role.setAriaLabel(MESSAGES.get("form.role"));
            role.setPlaceholder(MESSAGES.get("form.role.placeholder"));
            role.setItems(known);
            role.onEntry(this::changed);
            count.setAriaLabel(MESSAGES.get("form.count"));
            count.setMin(0);
            count.setStepButtonsVisible(true);
            count.setManualValidation(true);
            count.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed();
                }
            });
            role.choose(roleName);
            count.setValue(number);
            Button remove = new Button("×", gone -> {
                all.remove(this);
                removeFromParent();
                onChange.run();
            });
            remove.setAriaLabel(MESSAGES.get("form.remove"));
            remove.addThemeNames("tertiary", "icon");
            add(count, role, remove, holders);
            showHolders();
        }

        private void changed() {
            showProblem(null);
            showHolders();
            onChange.run();
        }

        private void showHolders() {
            holders.removeAll();
            if (!roleName().isEmpty() && state != null) {
                holders.add(new Holders(state.circumstances().holdersOf(new Role(roleName()))));
            }
        }

        private String roleName() {
            return Objects.requireNonNullElse(role.getValue(), "").strip();
        }

        private int number() {
            return Objects.requireNonNullElse(count.getValue(), 0);
        }

        private void showProblem(@Nullable String sentence) {
            count.setInvalid(sentence != null);
            count.setErrorMessage(sentence == null ? null : Sentence.of(sentence));
        }
    }
}
