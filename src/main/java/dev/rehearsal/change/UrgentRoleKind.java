package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.UrgentRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Urgent roles: of which two people together may pass over what a product's changes on a channel must be signed by. */
public final class UrgentRoleKind extends RowKind<UrgentRole> {

    UrgentRoleKind() {
        super(
                "urgent_role",
                PermissionName.REQUIRED_SIGNOFF,
                UrgentRole.class,
                UrgentRole::product,
                UrgentRole::dataVersion,
                List.of(
                        Column.key("product", UrgentRole::product),
                        Column.key("channel", UrgentRole::channel),
                        Column.key("role", row -> row.role().name())));
    }

    /** @param isNamed false to take the role away */
    public Proposal name(String product, String channel, Role role, @Nullable Integer dataVersion, boolean isNamed) {
        UrgentRole row = new UrgentRole(product, channel, role, 0);
        return new Proposal.ChangeRow<>(
                this,
                key(row),
                isNamed ? Proposal.Row.NONE_YET : Proposal.Row.THERE,
                dataVersion,
                isNamed ? row : null);
    }

    @Override
    public String name(UrgentRole urgent) {
        return "urgent role %s for %s on %s".formatted(urgent.role(), urgent.product(), urgent.channel());
    }

    @Override
    Stake stake(UrgentRole urgent) {
        return new Stake.OfChannels(urgent.product(), List.of(urgent.channel()));
    }

    @Override
    public UrgentRole read(RowFields fields) {
        return new UrgentRole(fields.text("product"), fields.text("channel"), new Role(fields.text("role")), 0);
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable UrgentRole becomes) {
        return "%s urgent role %s for %s on %s"
                .formatted(
                        becomes == null ? "Remove the" : "Add the",
                        key.columns().get("role"),
                        key.columns().get("product"),
                        key.columns().get("channel"));
    }
}
