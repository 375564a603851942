package dev.rehearsal.api;

import dev.rehearsal.change.Proposal;
import org.jspecify.annotations.Nullable;

/** What the sets are called that Balrog's endpoints make of changes of configuration. */
final class ConfigurationTitles {

    private static final int LONGEST = 200;

    private ConfigurationTitles() {}

    static String of(Proposal proposal) {
        String title = switch (proposal) {
            case Proposal.RequireSignoffs one ->
                "%s signoffs by %s for %s on %s"
                        .formatted(verb(one.row(), one.count()), one.role(), one.product(), one.channel());
            case Proposal.RequirePermissionSignoffs one ->
                "%s signoffs by %s for permissions of %s"
                        .formatted(verb(one.row(), one.count()), one.role(), one.product());
            case Proposal.ChangePermission one ->
                one.becomes() == null
                        ? "Take permission %s from %s"
                                .formatted(one.permission().wireName(), one.person())
                        : one.row() == Proposal.Row.NONE_YET
                                ? "Give permission %s to %s"
                                        .formatted(one.permission().wireName(), one.person())
                                : "Change permission %s of %s"
                                        .formatted(one.permission().wireName(), one.person());
            case Proposal.LiftShutoff one -> lift(one.product(), one.channel());
            default -> throw new IllegalStateException("not configuration: " + proposal);
        };
        return title.length() > LONGEST ? title.substring(0, LONGEST) : title;
    }

    static String lift(String product, String channel) {
        return "Let %s on %s update again".formatted(product, channel);
    }

    private static String verb(Proposal.Row row, @Nullable Integer count) {
        return count == null ? "No longer require" : row == Proposal.Row.NONE_YET ? "Require" : "Change the number of";
    }
}
