package dev.rehearsal.dataset;

import dev.rehearsal.live.Shutoff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The emergency shutoffs of a dataset, one for a product and channel. */
final class ShutoffObjects {

    private static final Set<String> FIELDS = Set.of("product", "channel", "comment", "data_version");

    private final List<Shutoff> shutoffs = new ArrayList<>();
    private final Map<List<String>, String> places = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        Shutoff shutoff = new Shutoff(
                object.text("product", 15),
                object.text("channel", 75),
                object.optionalText("comment", 500),
                object.dataVersion());
        if (object.isRight()) {
            String first = places.putIfAbsent(List.of(shutoff.product(), shutoff.channel()), object.place());
            if (first != null) {
                object.wrong("", "The shutoff at " + first + " has the same product and channel.");
            }
        }
        if (object.isRight()) {
            shutoffs.add(shutoff);
        }
    }

    List<Shutoff> shutoffs() {
        return shutoffs;
    }
}
