package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/**
 * The address of the screen of mappings.
 *
 * @param task what is being done beside the list
 * @param saved the change set that was saved last; null for none
 */
public record MappingsAddress(Task task, @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("mapping", "product", "live", "test")
            .flag("remove")
            .number("saved");

    public static final MappingsAddress LIST = new MappingsAddress(new Task.None(), null);

    public sealed interface Task {

        record None() implements Task {}

        /** Empty texts for what is not known yet; an empty product is every product. */
        record Add(String product, String liveChannel, String testChannel) implements Task {}

        /** @param mapping as it was written */
        record Change(String mapping) implements Task {}

        /** @param mapping as it was written */
        record Remove(String mapping) implements Task {}
    }

    public static MappingsAddress of(QueryParameters query) {
        return new MappingsAddress(task(query), Query.number(query, "saved"));
    }

    private static Task task(QueryParameters query) {
        String mapping = Query.text(query, "mapping");
        if (mapping.equals("new")) {
            return new Task.Add(Query.text(query, "product"), Query.text(query, "live"), Query.text(query, "test"));
        }
        if (mapping.isEmpty()) {
            return new Task.None();
        }
        return Query.flag(query, "remove") ? new Task.Remove(mapping) : new Task.Change(mapping);
    }

    QueryParameters query() {
        Query query = new Query();
        switch (task) {
            case Task.None() -> {}
            case Task.Add(String product, String live, String test) ->
                query.with("mapping", "new")
                        .with("product", product)
                        .with("live", live)
                        .with("test", test);
            case Task.Change(String mapping) -> query.with("mapping", mapping);
            case Task.Remove(String mapping) -> query.with("mapping", mapping).with("remove", "1");
        }
        return query.with("saved", saved).parameters();
    }

    public static MappingsAddress doing(Task task) {
        return new MappingsAddress(task, null);
    }
}
