package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a mapping. */
class MappingForm extends Div {

    private static final Messages MESSAGES = Messages.beside(MappingForm.class);

    private final ComboBox<String> product;
    private final ComboBox<String> live;
    private final ComboBox<String> test;
    private final ScopeChoice scope;
    private @Nullable ChannelOffers offered;

    MappingForm(Runnable onChange) {
        product = choice(MESSAGES.get("form.product"), onChange);
        product.setPlaceholder(Products.named(null));
        live = choice(MESSAGES.get("form.live-channel"), onChange);
        test = choice(MESSAGES.get("form.test-channel"), onChange);
        scope = new ScopeChoice(onChange);
        addClassName("fields");
        add(test, live, product, scope);
    }

    private static ComboBox<String> choice(String label, Runnable onChange) {
        ComboBox<String> choice = new ComboBox<>(label);
        choice.setAllowCustomValue(true);
        choice.setClearButtonVisible(true);
        choice.setManualValidation(true);
        choice.addCustomValueSetListener(custom -> {
            choice.setValue(custom.getDetail().strip());
            onChange.run();
        });
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        return choice;
    }

    void offer(ChannelOffers offers, List<ChangeSet> queue) {
        if (!offers.equals(offered)) {
            offered = offers;
            offer(product, offers.products());
            offer(live, offers.channels());
            offer(test, offers.channels());
        }
        scope.offer(queue);
    }

    private static void offer(ComboBox<String> choice, Collection<String> values) {
        String chosen = choice.getValue();
        choice.setItems(values);
        choice.setValue(chosen);
    }

    void show(@Nullable String chosenProduct, String liveChannel, String testChannel, Scope chosenScope) {
        product.setValue(chosenProduct);
        choose(live, liveChannel);
        choose(test, testChannel);
        scope.setValue(chosenScope);
        showProblems(List.of());
    }

    private static void choose(ComboBox<String> choice, String value) {
        choice.setValue(value.isEmpty() ? null : value);
    }

    /** Returns the mapping that is entered; null as long as a channel, or the set of the scope, is missing. */
    @Nullable
    MappingProposal entered() {
        Scope chosen = scope.value();
        return text(live).isEmpty() || text(test).isEmpty() || chosen == null
                ? null
                : new MappingProposal(text(product).isEmpty() ? null : text(product), text(live), text(test), chosen);
    }

    private static String text(ComboBox<String> choice) {
        return Objects.requireNonNullElse(choice.getValue(), "");
    }

    void showProblems(List<Problem> problems) {
        List.of(product, live, test).forEach(choice -> choice.setInvalid(false));
        problems.forEach(this::showProblem);
    }

    /** @return whether it is about a field */
    boolean showProblem(Problem problem) {
        ComboBox<String> choice = switch (problem.place()) {
            case "product" -> product;
            case "live_channel" -> live;
            case "test_channel" -> test;
            default -> null;
        };
        if (choice == null) {
            return false;
        }
        choice.setInvalid(true);
        choice.setErrorMessage(Sentence.of(problem.sentence()));
        return true;
    }
}
