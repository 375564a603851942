package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is looked at: which channel, how much of the queue, for which product, as of when. */
class PreviewHeader extends Header {

    private static final Messages MESSAGES = Messages.beside(PreviewHeader.class);

    private final H1 sentence = new H1();
    private final Div lookingElsewhere = new Div();
    private final Div facts = new Div();
    private final Span asked = new Span();
    private final Select<ProductChoice> product = new Select<>();
    private List<ProductChoice> offered = List.of();

    /** @param name null for every product */
    private record ProductChoice(@Nullable String name) {

        String label() {
            return name == null ? MESSAGES.get("header.product.every") : name;
        }
    }

    /**
     * The part of the queue that comes on top of what is live.
     *
     * @param key of the sentence that says so
     */
    private record Addition(String key, Chip chip) {

        static Addition of(Preview preview) {
            int shown = preview.setsShown();
            int queued = preview.queue().size();
            if (queued == 0) {
                return new Addition("exactly", new Chip(Tone.GOOD, "=", MESSAGES.get("header.nothing-queued")));
            }
            if (shown == 0) {
                return new Addition("alone", new Chip(Tone.CALM, "○", MESSAGES.get("header.without", queued)));
            }
            String sets =
                    shown < queued ? MESSAGES.get("header.some", shown, queued) : MESSAGES.get("header.all", queued);
            return new Addition("plus", new Chip(Tone.CAREFUL, "+", sets));
        }
    }

    /** @param onProduct takes the product that somebody chose, null for every product */
    PreviewHeader(Consumer<@Nullable String> onProduct) {
        addClassName("preview-header");
        facts.addClassName("facts");
        lookingElsewhere.addClassName("looking-elsewhere");
        product.setAriaLabel(MESSAGES.get("header.product"));
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
        TestChannelPreview table = preview.table();
        sentence.removeAll();
        Addition addition = Addition.of(preview);
        String is = table.mapping().isOfItself()
                ? "header.live."
                : preview.howFar() instanceof StageSelection.AsMapped ? "header.is." : "header.would-be.";
        sentence.add(MESSAGES.parts(
                is + addition.key(),
                new Span(table.mapping().testChannel()),
                new Span(table.mapping().liveChannel()),
                addition.chip()));
        showProducts(products, table.product());
        facts.removeAll();
        facts.add(proof(table), asked, new AsOf(asOf));
        lookingElsewhere.removeAll();
        if (!(preview.howFar() instanceof StageSelection.AsMapped)
                && !table.mapping().isOfItself()) {
            lookingElsewhere.add(
                    new Chip(Tone.CAREFUL, "◇", MESSAGES.get("header.elsewhere")),
                    PreviewNavigation.linkTo(
                            MESSAGES.get("header.elsewhere.back"), address.withHowFar(StageSelection.AS_MAPPED)));
        }
    }

    /** @param requests how many came, such as {@code nobody asked in the last 24 h} */
    void showAsked(String requests) {
        asked.setText(requests);
        asked.setVisible(!requests.isEmpty());
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

    private static Component proof(TestChannelPreview table) {
        String live = table.mapping().liveChannel();
        FingerprintLabel staged = new FingerprintLabel(table.fingerprint());
        if (table.mapping().isOfItself()) {
            return new Div(MESSAGES.parts("header.state.live", new FingerprintLabel(table.liveFingerprint())));
        }
        return new Div(
                table.showsLive()
                        ? MESSAGES.parts("header.state.same", staged, live)
                        : MESSAGES.parts(
                                "header.state.differs", staged, live, new FingerprintLabel(table.liveFingerprint())));
    }
}
