package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requirements of signoffs for permissions that cover a product. */
public final class PermissionRequirementKind extends RowKind<PermissionSignoff> {

    PermissionRequirementKind() {
        super(
                "permission_signoff",
                PermissionName.REQUIRED_SIGNOFF,
                PermissionSignoff.class,
                PermissionSignoff::product,
                PermissionSignoff::dataVersion,
                List.of(
                        Column.key("product", PermissionSignoff::product),
                        Column.key("role", row -> row.role().name()),
                        Column.of(RequirementKind.COUNT, PermissionSignoff::count)));
    }

    /** @param count null to remove the requirement */
    public Proposal require(String product, Role role, @Nullable Integer dataVersion, @Nullable Integer count) {
        return require(product, role, Proposal.Row.EITHER, dataVersion, count);
    }

    /** @param count null to remove the requirement */
    public Proposal require(
            String product, Role role, Proposal.Row expected, @Nullable Integer dataVersion, @Nullable Integer count) {
        PermissionSignoff row = new PermissionSignoff(product, role, count == null ? 0 : count, 0);
        return new Proposal.ChangeRow<>(this, key(row), expected, dataVersion, count == null ? null : row);
    }

    @Override
    public String name(PermissionSignoff required) {
        return "signoffs by %s for permissions of %s".formatted(required.role(), required.product());
    }

    @Override
    Stake stake(PermissionSignoff required) {
        return new Stake.OfPermissions(Set.of(required.product()));
    }

    @Override
    public PermissionSignoff read(RowFields fields) {
        return new PermissionSignoff(
                fields.text("product"), new Role(fields.text("role")), fields.integer(RequirementKind.COUNT), 0);
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable PermissionSignoff becomes) {
        return "%s signoffs by %s for permissions of %s"
                .formatted(
                        RequirementKind.verb(expected, becomes),
                        key.columns().get("role"),
                        key.columns().get("product"));
    }
}
