package dev.rehearsal.dataset;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The gates of a dataset; each gets an id of its own. */
final class GateObjects {

    private static final Set<String> FIELDS =
            Set.of("id", "product", "live_channel", "role", "passes_required", "test_channels", "data_version");
    private static final int LONGEST_CHANNEL = 75;

    private final List<Gate> gates = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        Gate gate = new Gate(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.text("live_channel", LONGEST_CHANNEL),
                new Role(object.text("role", 50)),
                object.number("passes_required"),
                testChannels(object),
                object.dataVersion());
        if (object.isRight()) {
            gates.add(gate);
        }
    }

    List<Gate> gates() {
        return gates;
    }

    /**
     * Returns the numbers that gates have here by those that they have in the dataset.
     *
     * @param stored the gates in the same order
     */
    Map<Long, Long> idsOf(List<Gate> stored) {
        Map<Long, Long> ids = new HashMap<>();
        for (int place = 0; place < gates.size(); place++) {
            ids.put(gates.get(place).id(), stored.get(place).id());
        }
        ids.remove(0L);
        return ids;
    }

    /** A table can ask for more testers than there are: what it guards waits for them. */
    List<String> neverOpen(People people) {
        return gates.stream()
                .filter(gate -> gate.passesRequired() > people.holders(gate.role()))
                .map(gate -> "%d passes by %s on %s".formatted(gate.passesRequired(), gate.role(), gate.liveChannel()))
                .toList();
    }

    private static List<String> testChannels(DatasetObject object) {
        JsonNode sent = object.json().path("test_channels");
        List<String> channels = new ArrayList<>();
        if (sent.isMissingNode() || sent.isNull()) {
            return channels;
        }
        boolean right = sent.isArray();
        for (JsonNode channel : sent) {
            String name = channel.asString("");
            right &= channel.isString() && Gate.canBeTestedOn(name);
            channels.add(name);
        }
        if (!right || String.join(",", channels).length() > Gate.LONGEST_TEST_CHANNELS) {
            object.wrong(
                    "test_channels",
                    "Must be a list of channels, of at most " + Gate.LONGEST_TEST_CHANNELS + " characters together.");
        }
        return channels;
    }
}
