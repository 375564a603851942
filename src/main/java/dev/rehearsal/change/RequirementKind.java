package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RequiredSignoff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requirements of signoffs for what a product's clients get on a channel. */
public final class RequirementKind extends RowKind<RequiredSignoff> {

    static final String COUNT = "signoffs_required";

    RequirementKind() {
        super(
                "required_signoff",
                PermissionName.REQUIRED_SIGNOFF,
                RequiredSignoff.class,
                RequiredSignoff::product,
                RequiredSignoff::dataVersion,
                List.of(
                        Column.key("product", RequiredSignoff::product),
                        Column.key("channel", RequiredSignoff::channel),
                        Column.key("role", row -> row.role().name()),
                        Column.of(COUNT, RequiredSignoff::count)));
    }

    /** @param count null to remove the requirement */
    public Proposal require(
            String product, String channel, Role role, @Nullable Integer dataVersion, @Nullable Integer count) {
        return require(product, channel, role, Proposal.Row.EITHER, dataVersion, count);
    }

    /** @param count null to remove the requirement */
    public Proposal require(
            String product,
            String channel,
            Role role,
            Proposal.Row expected,
            @Nullable Integer dataVersion,
            @Nullable Integer count) {
        RequiredSignoff row = new RequiredSignoff(product, channel, role, count == null ? 0 : count, 0);
        return new Proposal.ChangeRow<>(this, key(row), expected, dataVersion, count == null ? null : row);
    }

    @Override
    public String name(RequiredSignoff required) {
        return "signoffs by %s for %s on %s".formatted(required.role(), required.product(), required.channel());
    }

    @Override
    Stake stake(RequiredSignoff required) {
        return new Stake.OfChannels(required.product(), List.of(required.channel()));
    }

    @Override
    public RequiredSignoff read(RowFields fields) {
        return new RequiredSignoff(
                fields.text("product"),
                fields.text("channel"),
                new Role(fields.text("role")),
                fields.integer(COUNT),
                0);
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable RequiredSignoff becomes) {
        return "%s signoffs by %s for %s on %s"
                .formatted(
                        verb(expected, becomes),
                        key.columns().get("role"),
                        key.columns().get("product"),
                        key.columns().get("channel"));
    }

    static String verb(Proposal.Row expected, @Nullable Object becomes) {
        return becomes == null
                ? "No longer require"
                : expected == Proposal.Row.NONE_YET ? "Require" : "Change the number of";
    }
}
