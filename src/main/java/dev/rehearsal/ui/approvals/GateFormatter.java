package dev.rehearsal.ui.approvals;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import org.jspecify.annotations.Nullable;

/** Says in words what a gate demands. */
public final class GateFormatter {

    private static final Messages MESSAGES = Messages.beside(GateFormatter.class);

    private GateFormatter() {}

    /** Returns text such as {@code 2 PASS by qa on each of release-cdntest, release-localtest}. */
    public static String said(Gate gate) {
        int passes = gate.passesRequired();
        return switch (gate.testChannels().size()) {
            case 0 -> MESSAGES.get("gate.said", passes, gate.role());
            case 1 ->
                MESSAGES.get(
                        "gate.said.on-one",
                        passes,
                        gate.role(),
                        gate.testChannels().getFirst());
            default -> MESSAGES.get("gate.said.on-each", passes, gate.role(), String.join(", ", gate.testChannels()));
        };
    }

    /** Returns what people notice once it is in force. */
    static String consequence(Gate gate) {
        return MESSAGES.get("gate.consequence", gate.liveChannel(), Products.named(gate.product()), said(gate));
    }

    static String consequenceOfRemoval(Gate gate) {
        return MESSAGES.get("gate.consequence.remove", gate.liveChannel(), Products.named(gate.product()), said(gate));
    }

    static String named(@Nullable String product, String channel) {
        return MESSAGES.get("gate.named", channel, Products.named(product));
    }
}
