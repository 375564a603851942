package dev.rehearsal.verdict.ui;

import dev.rehearsal.shell.Products;
import dev.rehearsal.verdict.Gate;
import org.jspecify.annotations.Nullable;

/** What a gate asks for, in words. */
public final class GateTelling {

    private GateTelling() {}

    /** Such as {@code 2 PASS by qa on each of release-cdntest, release-localtest}. */
    public static String said(Gate gate) {
        String where = switch (gate.testChannels().size()) {
            case 0 -> "";
            case 1 -> " on " + gate.testChannels().getFirst();
            default -> " on each of " + String.join(", ", gate.testChannels());
        };
        return gate.passesRequired() + " PASS by " + gate.role() + where;
    }

    /** What people notice once it is in force. */
    static String consequence(Gate gate) {
        return "Nothing that changes what %s answers for %s goes live from then on without %s."
                .formatted(gate.liveChannel(), Products.named(gate.product()), said(gate));
    }

    static String consequenceOfRemoval(Gate gate) {
        return "What changes %s for %s can then go live without %s."
                .formatted(gate.liveChannel(), Products.named(gate.product()), said(gate));
    }

    static String named(@Nullable String product, String channel) {
        return channel + " of " + Products.named(product);
    }
}
