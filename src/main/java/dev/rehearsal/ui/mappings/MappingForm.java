package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.html.Div;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Products;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a mapping. */
class MappingForm extends Div {

    private static final Messages MESSAGES = Messages.beside(MappingForm.class);

    private final OpenChoice product;
    private final OpenChoice live;
    private final OpenChoice test;
    private final ScopeChoice scope;
    private final FieldProblems fieldProblems;
    private @Nullable ChannelOffers offered;

    MappingForm(Runnable onChange) {
        product = choice(MESSAGES.get("form.product"), onChange);
        product.setPlaceholder(Products.named(null));
        live = choice(MESSAGES.get("form.live-channel"), onChange);
        test = choice(MESSAGES.get("form.test-channel"), onChange);
        scope = new ScopeChoice(onChange);
        fieldProblems = new FieldProblems(Map.of("product", product, "live_channel", live, "test_channel", test));
        addClassName("fields");
        add(test, live, product, scope);
    }

    private static OpenChoice choice(String label, Runnable onChange) {
        OpenChoice choice = new OpenChoice(label);
        choice.setClearButtonVisible(true);
        choice.onEntry(onChange);
        return choice;
    }

    void offer(ChannelOffers offers, List<ChangeSet> queue) {
        if (!offers.equals(offered)) {
            offered = offers;
            product.offer(offers.products());
            live.offer(offers.channels());
            test.offer(offers.channels());
        }
        scope.offer(queue);
    }

    void show(@Nullable String chosenProduct, String liveChannel, String testChannel, Scope chosenScope) {
        product.setValue(chosenProduct);
        live.choose(liveChannel);
        test.choose(testChannel);
        scope.setValue(chosenScope);
        showProblems(List.of());
    }

    /** Returns the mapping that is entered; null as long as a channel, or the set of the scope, is missing. */
    @Nullable
    MappingProposal entered() {
        Scope chosen = scope.value();
        return live.text().isEmpty() || test.text().isEmpty() || chosen == null
                ? null
                : new MappingProposal(product.getValue(), live.text(), test.text(), chosen);
    }

    void showProblems(List<Problem> problems) {
        fieldProblems.show(problems);
    }

    /** @return whether it is about a field */
    boolean showProblem(Problem problem) {
        return fieldProblems.show(problem);
    }
}
