package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rehearsal.preview.HowFar;
import dev.rehearsal.preview.Preview;
import dev.rehearsal.preview.StagedTable;
import dev.rehearsal.shell.AsOf;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is looked at: which channel, how much of the queue, for which product, as of when. */
class PreviewHeader extends Header {

    private final H1 sentence = new H1();
    private final Div lookingElsewhere = new Div();
    private final Div facts = new Div();
    private final Select<ProductChoice> product = new Select<>();
    private List<ProductChoice> offered = List.of();

    /** @param name null for every product */
    private record ProductChoice(@Nullable String name) {

        String label() {
            return name == null ? "Every product" : name;
        }
    }

    /** @param onProduct takes the product that somebody chose, null for every product */
    PreviewHeader(Consumer<@Nullable String> onProduct) {
        addClassName("preview-header");
        facts.addClassName("facts");
        lookingElsewhere.addClassName("looking-elsewhere");
        product.setAriaLabel("Product");
        product.setItemLabelGenerator(ProductChoice::label);
        product.addThemeName("small");
        product.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                onProduct.accept(change.getValue().name());
            }
        });
        add(sentence, product, facts, lookingElsewhere);
    }

    void show(Preview preview, PreviewAddress address, List<@Nullable String> products, Instant asOf) {
        StagedTable table = preview.table();
        sentence.removeAll();
        sentence.add(
                new Span(table.mapping().testChannel()),
                new Text(preview.howFar() instanceof HowFar.AsMapped ? " is " : " would be "),
                new Span(table.mapping().liveChannel()));
        sentence.add(queue(preview));
        showProducts(products, table.product());
        facts.removeAll();
        facts.add(proof(table), new AsOf(asOf));
        lookingElsewhere.removeAll();
        if (!(preview.howFar() instanceof HowFar.AsMapped)) {
            lookingElsewhere.add(
                    new Chip(Tone.CAREFUL, "◇", "Not what testers get"),
                    PreviewNavigation.linkTo("Show what testers get", address.withHowFar(HowFar.AS_MAPPED)));
        }
    }

    private void showProducts(List<@Nullable String> products, @Nullable String chosen) {
        List<ProductChoice> choices = new ArrayList<>();
        products.forEach(name -> choices.add(new ProductChoice(name)));
        ProductChoice choice = new ProductChoice(chosen);
        if (!choices.contains(choice)) {
            choices.add(choice);
        }
        if (!choices.equals(offered)) {
            offered = choices;
            product.setItems(choices);
            product.setReadOnly(choices.size() < 2);
        }
        product.setValue(choice);
    }

    private static Component[] queue(Preview preview) {
        int shown = preview.setsShown();
        int queued = preview.queue().size();
        if (queued == 0) {
            return new Component[] {new Text(" exactly "), new Chip(Tone.GOOD, "=", "nothing is queued")};
        }
        if (shown == 0) {
            return new Component[] {new Text(" alone "), new Chip(Tone.CALM, "○", "without " + changes(queued))};
        }
        String howMany = shown < queued ? shown + " of " : queued == 1 ? "the " : "all ";
        return new Component[] {new Text(" plus "), new Chip(Tone.CAREFUL, "+", howMany + changes(queued))};
    }

    private static String changes(int queued) {
        return queued + (queued == 1 ? " queued change" : " queued changes");
    }

    private static Component proof(StagedTable table) {
        String live = table.mapping().liveChannel();
        Div proof = new Div(new Text("State "), new FingerprintLabel(table.fingerprint()));
        if (table.showsLive()) {
            proof.add(new Text(" shows " + live + " exactly"));
        } else {
            proof.add(new Text(", " + live + " is "), new FingerprintLabel(table.liveFingerprint()));
        }
        return proof;
    }
}
