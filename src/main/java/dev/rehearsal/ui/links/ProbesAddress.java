package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/**
 * The address of the screen of probes.
 *
 * @param product empty for any
 * @param channel live; empty for any
 * @param text that a probe must hold; empty for any
 */
public record ProbesAddress(String product, String channel, String text, Task task) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("product", "channel", "text", "probe", "url", "release");

    public static final ProbesAddress ALL = new ProbesAddress("", "", "", new Task.None());

    public sealed interface Task {

        record None() implements Task {}

        /** Empty texts for what is not known yet. */
        record Add(String url, String release) implements Task {}

        /** @param probe as it was written */
        record Change(String probe) implements Task {}
    }

    public static ProbesAddress of(QueryParameters query) {
        return new ProbesAddress(
                Query.text(query, "product"), Query.text(query, "channel"), Query.text(query, "text"), task(query));
    }

    private static Task task(QueryParameters query) {
        String probe = Query.text(query, "probe");
        if (probe.isEmpty()) {
            return new Task.None();
        }
        return probe.equals("new")
                ? new Task.Add(Query.text(query, "url"), Query.text(query, "release"))
                : new Task.Change(probe);
    }

    QueryParameters query() {
        Query query =
                new Query().with("product", product).with("channel", channel).with("text", text);
        switch (task) {
            case Task.None() -> {}
            case Task.Add(String url, String release) ->
                query.with("probe", "new").with("url", url).with("release", release);
            case Task.Change(String probe) -> query.with("probe", probe);
        }
        return query.parameters();
    }

    public ProbesAddress doing(Task other) {
        return new ProbesAddress(product, channel, text, other);
    }

    public ProbesAddress about(String otherProduct, String otherChannel, String otherText) {
        return new ProbesAddress(otherProduct, otherChannel, otherText, task);
    }
}
