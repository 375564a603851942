package dev.rehearsal.change;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.HeldPermission;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ProductChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Permissions of people, which the API tells with Balrog's options. */
public final class PermissionKind extends RowKind<HeldPermission> {

    private static final String USERNAME = "username";
    private static final String PERMISSION = "permission";
    private static final String OPTIONS = "options";

    PermissionKind() {
        super(
                "permission",
                PermissionName.PERMISSION,
                HeldPermission.class,
                // Who may do what is never for some products only.
                held -> null,
                held -> held.permission().dataVersion(),
                List.of(
                        Column.key(USERNAME, HeldPermission::person),
                        Column.key(PERMISSION, held -> held.permission().name().wireName()),
                        Column.of("actions", PermissionKind::actions, "all"),
                        Column.of(
                                "products",
                                held -> held.permission().products().stream()
                                        .sorted()
                                        .toList(),
                                EVERY_PRODUCT)));
    }

    private static List<String> actions(HeldPermission held) {
        return held.permission().actions().stream()
                .sorted()
                .map(Action::wireName)
                .toList();
    }

    /** @param becomes null to take it away */
    public Proposal change(
            String person, PermissionName permission, @Nullable Integer dataVersion, @Nullable Permission becomes) {
        RowKey key = key(new HeldPermission(person, Permission.unrestricted(permission)));
        return new Proposal.ChangeRow<>(
                this,
                key,
                Proposal.Row.EITHER,
                dataVersion,
                becomes == null ? null : new HeldPermission(person, becomes));
    }

    @Override
    public String owner(HeldPermission held) {
        return held.person();
    }

    @Override
    public String name(HeldPermission held) {
        return "permission '%s' of %s".formatted(held.permission().name().wireName(), held.person());
    }

    @Override
    Stake stake(HeldPermission held) {
        return new Stake.OfPermissions(held.permission().products());
    }

    /** Its products are those of what the person may do. */
    @Override
    public Stream<ProductChannel> places(HeldPermission held) {
        return Stream.empty();
    }

    @Override
    public Set<String> fieldNames() {
        return Set.of(USERNAME, PERMISSION, OPTIONS);
    }

    @Override
    public Map<String, @Nullable Object> content(@Nullable HeldPermission held) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        ObjectNode options = held == null ? null : PermissionOptions.write(held.permission());
        content.put(OPTIONS, options == null || options.isEmpty() ? null : options);
        return content;
    }

    /** Without its version (a Balrog fact). */
    @Override
    public Map<String, @Nullable Object> told(HeldPermission held) {
        Map<String, @Nullable Object> told = super.told(held);
        told.remove("data_version");
        return told;
    }

    @Override
    public RowKey readKey(RowFields fields) {
        PermissionName name = readName(fields);
        return key(new HeldPermission(fields.text(USERNAME), Permission.unrestricted(name)));
    }

    @Override
    public HeldPermission read(RowFields fields) {
        PermissionName name = readName(fields);
        Permission permission = readOptions(fields, name);
        return new HeldPermission(fields.text(USERNAME), permission);
    }

    private static PermissionName readName(RowFields fields) {
        String name = fields.text(PERMISSION);
        return PermissionName.named(name)
                .orElseGet(() -> name.isEmpty()
                        ? PermissionName.RULE
                        : fields.wrong(PERMISSION, "there is no permission '" + name + "'", PermissionName.RULE));
    }

    /** With options as an object, or as the text of one, as Balrog wants it. */
    private static Permission readOptions(RowFields fields, PermissionName name) {
        JsonNode options = fields.sent(OPTIONS);
        try {
            return options != null && options.isString()
                    ? PermissionOptions.parse(name, options.asString(), 1)
                    : PermissionOptions.read(name, options, 1);
        } catch (RefusedException refused) {
            for (Problem problem : refused.problems()) {
                fields.wrong(problem.place(), problem.sentence(), problem);
            }
            return Permission.unrestricted(name);
        }
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable HeldPermission becomes) {
        Object permission = key.columns().get(PERMISSION);
        Object person = key.columns().get(USERNAME);
        if (becomes == null) {
            return "Take permission %s from %s".formatted(permission, person);
        }
        return (expected == Proposal.Row.NONE_YET ? "Give permission %s to %s" : "Change permission %s of %s")
                .formatted(permission, person);
    }

    /** The person is stored once, beside the rows. */
    @Override
    public ObjectNode stored(RowChange<HeldPermission> change) {
        return super.stored(change).put("person", change.latest().person());
    }

    @Override
    JsonNode stored(HeldPermission held) {
        return tree(held.permission());
    }

    @Override
    HeldPermission restoredRow(JsonNode row, JsonNode content) {
        return new HeldPermission(content.path("person").asString(), as(Permission.class, row));
    }
}
