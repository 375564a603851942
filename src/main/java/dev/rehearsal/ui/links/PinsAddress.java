package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of the screen of pins.
 *
 * @param task what is being done beside the list
 * @param saved the change set that was saved last; null for none
 */
public record PinsAddress(Task task, @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .choice("do", List.of("add", "change", "remove"))
            .text("product", "channel", "version")
            .number("saved");

    public static final PinsAddress LIST = new PinsAddress(new Task.None(), null);

    public sealed interface Task {

        record None() implements Task {}

        record Add() implements Task {}

        record Change(Pins.Key pin) implements Task {}

        record Remove(Pins.Key pin) implements Task {}
    }

    public static PinsAddress of(QueryParameters query) {
        return new PinsAddress(task(query), Query.number(query, "saved"));
    }

    private static Task task(QueryParameters query) {
        Pins.Key pin =
                new Pins.Key(Query.text(query, "product"), Query.text(query, "channel"), Query.text(query, "version"));
        return switch (Query.text(query, "do")) {
            case "add" -> new Task.Add();
            case "change" -> new Task.Change(pin);
            case "remove" -> new Task.Remove(pin);
            default -> new Task.None();
        };
    }

    QueryParameters query() {
        Query query = new Query();
        switch (task) {
            case Task.None() -> {}
            case Task.Add() -> query.with("do", "add");
            case Task.Change(Pins.Key pin) -> named(query.with("do", "change"), pin);
            case Task.Remove(Pins.Key pin) -> named(query.with("do", "remove"), pin);
        }
        return query.with("saved", saved).parameters();
    }

    private static void named(Query query, Pins.Key pin) {
        query.with("product", pin.product()).with("channel", pin.channel()).with("version", pin.version());
    }

    public static PinsAddress doing(Task task) {
        return new PinsAddress(task, null);
    }
}
