package dev.rehearsal.change;

import static dev.rehearsal.access.Action.CREATE;
import static dev.rehearsal.access.Action.DELETE;
import static dev.rehearsal.access.Action.MODIFY;
import static dev.rehearsal.access.Action.SET;
import static dev.rehearsal.access.Action.UNSET;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the permissions that somebody needs who writes a change, for the product before and after it (Balrog facts).
 *
 * <p>Each inner list is met by any one of its deeds. Where the row is gone, and with it the product, it takes a permission
 * for every product.
 */
public final class NeededPermissions {

    private final List<? extends Rows> states;
    private final List<List<RequiredPermission>> needed = new ArrayList<>();

    private NeededPermissions(List<? extends Rows> states) {
        this.states = states;
    }

    /** @param states in which the row may be found: live, and as staged before */
    public static List<List<RequiredPermission>> of(Change change, List<? extends Rows> states) {
        NeededPermissions permissions = new NeededPermissions(states);
        permissions.add(change);
        return permissions.needed.stream().distinct().toList();
    }

    /**
     * Returns the addition that makes the release which a change only writes parts of: whoever may add it may add it with
     * all its parts.
     *
     * @param changes of the same set
     * @param before the tables that the set is laid over
     */
    public static Optional<Change> madeWith(Change change, Collection<Change> changes, Rows before) {
        return change instanceof Change.ReleaseEdit edit
                        && !edit.fields().isEmpty()
                        && edit.fields().keySet().stream().allMatch(ReleaseField.Part.class::isInstance)
                        && before.release(edit.name()) == null
                ? changes.stream()
                        .filter(other -> other instanceof Change.ReleaseAddition addition
                                && addition.name().equals(edit.name()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Returns what somebody must be permitted besides, who asks in such a way: Balrog's second API takes no locale from whoever may
     * write locales only, and its first makes no release for a locale from whoever may not write locales (Balrog facts).
     */
    static List<List<RequiredPermission>> ofAsked(List<Proposal> asked, List<? extends Rows> states) {
        NeededPermissions permissions = new NeededPermissions(states);
        for (Proposal proposal : asked) {
            switch (proposal) {
                case Proposal.MergeRelease(var name, var _, var _) -> permissions.needToModify(name);
                case Proposal.WriteRelease(var name, var _, var _, var _) -> permissions.needToModify(name);
                case Proposal.WriteLocale(var name, var product, var _, var _, var _)
                when permissions.there(name).isEmpty() ->
                    permissions.need(PermissionName.RELEASE_LOCALE, MODIFY, product);
                default -> {}
            }
        }
        return permissions.needed;
    }

    private void needToModify(ReleaseName name) {
        there(name).forEach(product -> need(PermissionName.RELEASE, MODIFY, product));
    }

    private void add(Change change) {
        switch (change) {
            case Change.RuleAddition addition ->
                need(PermissionName.RULE, CREATE, addition.rule().product());
            case Change.RuleEdit edit -> {
                List<Rule> rows = rows(edit.rule()).toList();
                rows.forEach(row -> need(PermissionName.RULE, MODIFY, row.product()));
                if (rows.isEmpty()) {
                    need(PermissionName.RULE, MODIFY, null);
                }
                FieldEdit product = edit.fields().get(RuleField.PRODUCT);
                if (product != null) {
                    need(PermissionName.RULE, MODIFY, (String) product.value());
                }
            }
            case Change.RuleRemoval removal ->
                Stream.concat(rows(removal.rule()), removal.seen().stream())
                        .forEach(row -> need(PermissionName.RULE, DELETE, row.product()));
            case Change.ReleaseAddition addition -> need(PermissionName.RELEASE, CREATE, addition.product());
            case Change.ReleaseEdit edit -> add(edit);
            case Change.ReleaseRemoval removal ->
                productsOf(removal.name()).forEach(product -> need(PermissionName.RELEASE, DELETE, product));
            case Change.PinEdit edit ->
                need(
                        PermissionName.PINNABLE_RELEASE,
                        action(edit.mapping().live(), edit.mapping().value()),
                        edit.pin().product());
            case Change.Unstaged unstaged -> add((RowChange<?>) unstaged);
        }
    }

    private void add(Change.ReleaseEdit edit) {
        boolean setsSomething = !edit.fields().isEmpty();
        boolean localesOnly = setsSomething
                && edit.fields().keySet().stream()
                        .allMatch(field ->
                                field instanceof ReleaseField.Part(String path) && !path.equals(BlobParts.BASE_PATH));
        List<@Nullable String> products = new ArrayList<>(productsOf(edit.name()));
        for (Map.Entry<ReleaseField, FieldEdit> field : edit.fields().entrySet()) {
            switch (field.getKey()) {
                case ReleaseField.Product() ->
                    products.add(
                            (String) Objects.requireNonNull(field.getValue().value()));
                case ReleaseField.ReadOnly() -> {
                    boolean locks = Boolean.TRUE.equals(field.getValue().value());
                    products.forEach(product -> need(PermissionName.RELEASE_READ_ONLY, locks ? SET : UNSET, product));
                }
                case ReleaseField.Part _ -> {}
            }
        }
        boolean readOnlyAlone =
                setsSomething && edit.fields().keySet().stream().allMatch(ReleaseField.ReadOnly.class::isInstance);
        if (!readOnlyAlone) {
            for (@Nullable String product : products) {
                RequiredPermission modify = new RequiredPermission(PermissionName.RELEASE, MODIFY, product);
                needed.add(
                        localesOnly
                                ? List.of(
                                        modify, new RequiredPermission(PermissionName.RELEASE_LOCALE, MODIFY, product))
                                : List.of(modify));
            }
        }
    }

    private <R> void add(RowChange<R> change) {
        RowKind<R> kind = change.kind();
        for (Action action : kind.actions(change.before(), change.after())) {
            change.rows().forEach(row -> need(kind.permission(), action, kind.product(row)));
        }
    }

    private void need(PermissionName permission, Action action, @Nullable String product) {
        needed.add(List.of(new RequiredPermission(permission, action, product)));
    }

    private Stream<Rule> rows(RuleId id) {
        return states.stream().map(rows -> rows.rule(id)).filter(Objects::nonNull);
    }

    /** Returns the products of a release; null, for every product, where nobody knows the row any more. */
    private List<@Nullable String> productsOf(ReleaseName name) {
        List<@Nullable String> products = new ArrayList<>(there(name));
        if (products.isEmpty()) {
            products.add(null);
        }
        return products;
    }

    private List<String> there(ReleaseName name) {
        return states.stream()
                .map(tables -> tables.release(name))
                .filter(Objects::nonNull)
                .map(Release::product)
                .distinct()
                .toList();
    }

    private static Action action(@Nullable Object before, @Nullable Object after) {
        return before == null ? CREATE : after == null ? DELETE : MODIFY;
    }
}
