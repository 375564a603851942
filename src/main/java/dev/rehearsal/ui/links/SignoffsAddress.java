package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of the screen of signoffs and gates.
 *
 * @param product whose needs are shown; empty for all
 * @param task what is being done beside the list
 * @param saved the change set that was saved last; null for none
 */
public record SignoffsAddress(
        String product, Task task, @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("product", "of", "channel", "gate", "window", "rail")
            .choice("change", List.of("channel", "permissions", "gate", "urgent", "window", "rail"))
            .number("saved");

    public sealed interface Task {

        record None() implements Task {}

        /** The roles that sign for a product on a channel; empty texts where these are still to be chosen. */
        record ForChannel(String product, String channel) implements Task {}

        /** The roles that sign for permissions of a product; empty where it is still to be chosen. */
        record ForPermissions(String product) implements Task {}

        /** A new gate; empty texts for what is not known yet. */
        record NewGate(String product, String channel) implements Task {}

        /** @param gate as it was written */
        record ChangeGate(String gate) implements Task {}

        /** The roles of which two people may pass over signoffs. */
        record UrgentRoles(String product, String channel) implements Task {}

        record NewWindow() implements Task {}

        /** @param window as it was written */
        record ChangeWindow(String window) implements Task {}

        record NewRail() implements Task {}

        /** @param rail as it was written */
        record ChangeRail(String rail) implements Task {}
    }

    public static SignoffsAddress of(QueryParameters query) {
        return new SignoffsAddress(Query.text(query, "product"), task(query), Query.number(query, "saved"));
    }

    private static Task task(QueryParameters query) {
        String of = Query.text(query, "of");
        String channel = Query.text(query, "channel");
        return switch (Query.text(query, "change")) {
            case "channel" -> new Task.ForChannel(of, channel);
            case "permissions" -> new Task.ForPermissions(of);
            case "gate" -> {
                String gate = Query.text(query, "gate");
                yield gate.isEmpty() ? new Task.NewGate(of, channel) : new Task.ChangeGate(gate);
            }
            case "urgent" -> new Task.UrgentRoles(of, channel);
            case "window" -> {
                String window = Query.text(query, "window");
                yield window.isEmpty() ? new Task.NewWindow() : new Task.ChangeWindow(window);
            }
            case "rail" -> {
                String rail = Query.text(query, "rail");
                yield rail.isEmpty() ? new Task.NewRail() : new Task.ChangeRail(rail);
            }
            default -> new Task.None();
        };
    }

    QueryParameters query() {
        Query query = new Query().with("product", product);
        switch (task) {
            case Task.None() -> {}
            case Task.ForChannel(String of, String channel) ->
                query.with("change", "channel").with("of", of).with("channel", channel);
            case Task.ForPermissions(String of) ->
                query.with("change", "permissions").with("of", of);
            case Task.NewGate(String of, String channel) ->
                query.with("change", "gate").with("of", of).with("channel", channel);
            case Task.ChangeGate(String gate) -> query.with("change", "gate").with("gate", gate);
            case Task.UrgentRoles(String of, String channel) ->
                query.with("change", "urgent").with("of", of).with("channel", channel);
            case Task.NewWindow() -> query.with("change", "window");
            case Task.ChangeWindow(String window) ->
                query.with("change", "window").with("window", window);
            case Task.NewRail() -> query.with("change", "rail");
            case Task.ChangeRail(String rail) -> query.with("change", "rail").with("rail", rail);
        }
        return query.with("saved", saved).parameters();
    }

    public SignoffsAddress doing(Task other) {
        return new SignoffsAddress(product, other, null);
    }

    public SignoffsAddress about(String other) {
        return new SignoffsAddress(other, task, saved);
    }

    public SignoffsAddress saved(long set) {
        return new SignoffsAddress(product, new Task.None(), set);
    }
}
