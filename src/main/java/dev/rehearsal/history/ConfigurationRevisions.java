package dev.rehearsal.history;

import dev.rehearsal.access.HeldPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.history.store.PeopleHistory;
import dev.rehearsal.history.store.SignoffHistory;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what permissions and requirements of signoffs were, newest first; that a row was removed is left out. */
@Service
public class ConfigurationRevisions {

    private final PeopleHistory people;
    private final SignoffHistory signoffs;

    ConfigurationRevisions(PeopleHistory people, SignoffHistory signoffs) {
        this.people = people;
        this.signoffs = signoffs;
    }

    /** Returns what was written to any permission; a product is met by a permission that is not for others only. */
    public Page<Revision<HeldPermission>> permissions(HistoryFilter filter, Paging paging) {
        String product = filter.product();
        return Page.of(
                people.permissions().all(filter.conditions()).stream()
                        .filter(revision -> product == null
                                || revision.contentIfAny()
                                        .filter(held -> isFor(product, held))
                                        .isPresent())
                        .toList(),
                paging);
    }

    private static boolean isFor(String product, HeldPermission held) {
        return held.permission().products().isEmpty()
                || held.permission().products().contains(product);
    }

    /** @param role null for any */
    public Page<Revision<RequiredSignoff>> requirements(HistoryFilter filter, @Nullable String role, Paging paging) {
        return signoffs.requiredForChannels()
                .matching(
                        filter.conditions()
                                .andIfGiven("product = ?", filter.product())
                                .andIfGiven("channel = ?", filter.channel())
                                .andIfGiven("role = ?", role),
                        paging);
    }

    /** @param role null for any */
    public Page<Revision<PermissionSignoff>> permissionRequirements(
            HistoryFilter filter, @Nullable String role, Paging paging) {
        return signoffs.requiredForPermissions()
                .matching(
                        filter.conditions()
                                .andIfGiven("product = ?", filter.product())
                                .andIfGiven("role = ?", role),
                        paging);
    }

    public Page<Revision<RequiredSignoff>> ofRequirement(String product, String channel, Role role, Paging paging) {
        return signoffs.requiredForChannels().of(List.of(product, channel, role.name()), paging, Removals.LEFT_OUT);
    }

    public Page<Revision<PermissionSignoff>> ofPermissionRequirement(String product, Role role, Paging paging) {
        return signoffs.requiredForPermissions().of(List.of(product, role.name()), paging, Removals.LEFT_OUT);
    }
}
