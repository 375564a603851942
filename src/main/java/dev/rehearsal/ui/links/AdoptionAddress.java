package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.probe.adoption.ChannelPair;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The address of the wizard of adoption.
 *
 * @param channels that are being adopted; null where candidates are listed
 * @param saved the change set that was saved last; null for none
 */
public record AdoptionAddress(
        Step step, @Nullable ChannelPair channels, @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("live", "test", "product")
            .choice("step", Step.class)
            .number("saved");

    public static final AdoptionAddress CANDIDATES = new AdoptionAddress(Step.CANDIDATES, null, null);

    public enum Step implements WireNamed {
        CANDIDATES,
        DIFFERENCES,
        MAP,
        RETIRE
    }

    public static AdoptionAddress of(QueryParameters query) {
        String live = Query.text(query, "live");
        String test = Query.text(query, "test");
        String product = Query.text(query, "product");
        if (live.isEmpty() || test.isEmpty()) {
            return CANDIDATES;
        }
        String asked = Query.text(query, "step");
        Step step = Arrays.stream(Step.values())
                .filter(known -> known.wireName().equals(asked))
                .findFirst()
                .orElse(Step.DIFFERENCES);
        return step == Step.CANDIDATES
                ? CANDIDATES
                : new AdoptionAddress(
                        step,
                        new ChannelPair(product.isEmpty() ? null : product, live, test),
                        Query.number(query, "saved"));
    }

    QueryParameters query() {
        Query query = new Query();
        if (channels != null) {
            query.with("product", channels.product())
                    .with("live", channels.liveChannel())
                    .with("test", channels.testChannel())
                    .with("step", step.wireName())
                    .with("saved", saved);
        }
        return query.parameters();
    }

    public AdoptionAddress at(Step other) {
        return other == Step.CANDIDATES ? CANDIDATES : new AdoptionAddress(other, channels, null);
    }

    public AdoptionAddress after(long set) {
        return new AdoptionAddress(Step.RETIRE, channels, set);
    }
}
