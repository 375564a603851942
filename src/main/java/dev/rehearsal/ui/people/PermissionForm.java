package dev.rehearsal.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One permission to give or to change, with what narrows it. */
class PermissionForm extends Div {

    private static final Messages MESSAGES = Messages.beside(PermissionForm.class);

    private final Select<PermissionName> name = new Select<>();
    private final TextField products = new TextField();
    private final CheckboxGroup<Action> actions = new CheckboxGroup<>();
    private final Button save;
    private final DisabledReasonButton saving;
    private Person person = Person.nobody("");
    private int seenVersion = 1;
    private @Nullable String whyNotGive;
    private @Nullable String whyNotChange;

    /** @param onSave takes what is wanted, at the version that was seen when it was chosen */
    PermissionForm(Consumer<Permission> onSave) {
        addClassName("permission-form");
        name.setAriaLabel(MESSAGES.get("permission"));
        name.setPlaceholder(MESSAGES.get("permission"));
        name.setItems(PermissionName.values());
        name.setItemLabelGenerator(PermissionName::wireName);
        name.addThemeName("small");
        name.addValueChangeListener(change -> narrowedAsHeld());
        products.setAriaLabel(MESSAGES.get("permission.products"));
        products.setPlaceholder(MESSAGES.get("permission.products.example"));
        products.addThemeName("small");
        actions.setAriaLabel(MESSAGES.get("permission.actions"));
        actions.setItemLabelGenerator(Action::wireName);
        actions.addThemeName("small");
        save = new SmallButton(MESSAGES.get("permission.give"), () -> {
            if (name.getValue() != null) {
                onSave.accept(new Permission(
                        name.getValue(), actions.getValue(), chosenProducts(products.getValue()), seenVersion));
            }
        });
        saving = new DisabledReasonButton(save);
        add(name, products, actions, saving);
        narrowedAsHeld();
    }

    /** What is chosen and typed stays. */
    void show(Person shown, @Nullable String whyNotCreate, @Nullable String whyNotModify) {
        person = shown;
        whyNotGive = whyNotCreate;
        whyNotChange = whyNotModify;
        showWhatSavingDoes();
    }

    void choose(PermissionName chosen) {
        if (chosen == name.getValue()) {
            narrowedAsHeld();
        }
        name.setValue(chosen);
    }

    void clear() {
        name.clear();
    }

    private void narrowedAsHeld() {
        PermissionName chosen = name.getValue();
        Permission held = chosen == null ? null : person.permissions().get(chosen);
        seenVersion = held == null ? 1 : held.dataVersion();
        products.setVisible(chosen != null && chosen.narrowedByProduct());
        products.setValue(held == null ? "" : held.products().stream().sorted().collect(Collectors.joining(", ")));
        actions.setVisible(chosen != null && chosen.narrowedByAction());
        actions.setItems(
                chosen == null ? Set.of() : chosen.actions().stream().sorted().toList());
        actions.setValue(held == null ? Set.of() : held.actions());
        showWhatSavingDoes();
    }

    private void showWhatSavingDoes() {
        boolean isHeld = name.getValue() != null && person.permissions().containsKey(name.getValue());
        save.setText(isHeld ? MESSAGES.get("permission.change") : MESSAGES.get("permission.give"));
        saving.allow(isHeld ? whyNotChange : whyNotGive);
    }

    private static Set<String> chosenProducts(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(product -> !product.isEmpty())
                .collect(Collectors.toSet());
    }
}
