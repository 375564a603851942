package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gates: what must be tested before it can go live. */
public final class GateKind extends NumberedKind<Gate> {

    private static final String TEST_CHANNELS = "test_channels";

    GateKind() {
        super(
                "gate",
                PermissionName.GATE,
                Gate.class,
                Gate::product,
                List.of(
                        Column.of("product", Gate::product, EVERY_PRODUCT),
                        Column.of("live_channel", Gate::liveChannel),
                        Column.of("role", gate -> gate.role().name()),
                        Column.of("passes_required", Gate::passesRequired),
                        Column.of(TEST_CHANNELS, gate -> String.join(", ", gate.testChannels()))));
    }

    @Override
    String nameOfNew(Gate gate) {
        return productOf(gate) + " " + gate.liveChannel();
    }

    @Override
    public String name(Gate gate) {
        return "gate of %s on %s".formatted(productOf(gate), gate.liveChannel());
    }

    private static String productOf(Gate gate) {
        return gate.product() == null ? EVERY_PRODUCT : gate.product();
    }

    @Override
    Stake stake(Gate gate) {
        return new Stake.OfChannels(gate.product(), List.of(gate.liveChannel()));
    }

    /** The API lists the channels. */
    @Override
    public Map<String, @Nullable Object> content(@Nullable Gate gate) {
        Map<String, @Nullable Object> content = super.content(gate);
        content.put(TEST_CHANNELS, gate == null ? null : gate.testChannels());
        return content;
    }

    @Override
    public Gate read(RowFields fields) {
        return new Gate(
                0,
                fields.optionalText("product"),
                fields.text("live_channel"),
                new Role(fields.text("role")),
                fields.integer("passes_required"),
                fields.texts(TEST_CHANNELS),
                0);
    }
}
