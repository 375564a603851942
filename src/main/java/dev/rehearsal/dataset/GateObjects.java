package dev.rehearsal.dataset;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the gates of a dataset. */
final class GateObjects extends NumberedObjects<Gate> {

    GateObjects() {
        super(RowKinds.GATES);
    }

    @Override
    Gate read(DatasetObject object) {
        return new Gate(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.text("live_channel", RuleField.LONGEST_CHANNEL),
                new Role(object.text("role", 50)),
                object.number("passes_required"),
                testChannels(object),
                object.dataVersion());
    }

    /** A table can ask for more testers than there are: what it guards waits for them. */
    List<String> neverOpen(People people) {
        return rows().stream()
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
