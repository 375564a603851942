package dev.rehearsal.dataset;

import dev.rehearsal.live.Pin;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** The pins of a dataset, one for a product, channel and version. */
final class PinObjects {

    private static final Set<String> FIELDS =
            Set.of("product", "channel", "version", "mapping", "data_version", "incarnation");

    private final List<Pin> pins = new ArrayList<>();
    private final Map<List<String>, String> places = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        Pin pin = new Pin(
                object.text("product", 15),
                object.text("channel", 75),
                object.text("version", 20),
                new ReleaseName(object.text("mapping", 100)),
                object.dataVersion(),
                object.identifier("incarnation"));
        if (object.isRight() && PinCeiling.tryParse(pin.version()) == null) {
            object.wrong("version", "Must be a version to stay at, such as '115.' or '115.3.', with a dot at its end.");
        }
        if (object.isRight()) {
            String first = places.putIfAbsent(List.of(pin.product(), pin.channel(), pin.version()), object.place());
            if (first != null) {
                object.wrong("", "The pin at " + first + " has the same product, channel and version.");
            }
        }
        if (object.isRight()) {
            pins.add(pin);
        }
    }

    List<Pin> pins() {
        return pins;
    }

    /** @param incarnations here of those in the dataset */
    List<Pin> pins(LongUnaryOperator incarnations) {
        return pins.stream()
                .map(pin -> pin.withIncarnation(incarnations.applyAsLong(pin.incarnation())))
                .toList();
    }

    /** A table can hold pins to releases that are gone. */
    List<String> dangling(Set<ReleaseName> releases) {
        return pins.stream()
                .filter(pin -> !releases.contains(pin.mapping()))
                .map(pin -> "the pin of %s %s to %s names '%s'"
                        .formatted(pin.product(), pin.channel(), pin.version(), pin.mapping()))
                .toList();
    }
}
