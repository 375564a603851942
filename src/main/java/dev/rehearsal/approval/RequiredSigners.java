package dev.rehearsal.approval;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionGuard;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleFloor;
import dev.rehearsal.access.Shortage;
import dev.rehearsal.approval.store.RequiredSignoffStore;
import dev.rehearsal.approval.store.UrgentRoleStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps enough holders of a role for what must be signed with it, and permissions from being changed unsigned. */
@Component
class RequiredSigners implements RoleFloor, PermissionGuard {

    private final RequiredSignoffStore store;
    private final UrgentRoleStore urgent;
    private final boolean authorMaySign;

    RequiredSigners(
            RequiredSignoffStore store,
            UrgentRoleStore urgent,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.urgent = urgent;
        this.store = store;
        this.authorMaySign = authorMaySign;
    }

    @Override
    public int requiredOf(Role role) {
        return policy().largestOf(role);
    }

    @Override
    public boolean names(Role role) {
        return requiredOf(role) > 0
                || urgent.all().stream().anyMatch(row -> row.role().equals(role));
    }

    @Override
    public List<Shortage> shortages(Collection<Person> people) {
        SignerSupply supply = SignerSupply.ofSigners(people, authorMaySign);
        SignoffPolicy policy = policy();
        List<Shortage> shortages = new ArrayList<>();
        for (ProductAndChannel pair : policy.forChannels().stream()
                .map(required -> new ProductAndChannel(required.product(), required.channel()))
                .distinct()
                .toList()) {
            Requirements needed = policy.ofChannel(pair.product(), pair.channel());
            supply.whyNot(needed, SignerSupply.writersOf(pair.product()))
                    .ifPresent(why -> shortages.add(shortage(pair.product() + " on " + pair.channel(), needed, why)));
        }
        policy.forPermissions().stream()
                .map(PermissionSignoff::product)
                .distinct()
                .forEach(product -> {
                    Requirements needed = policy.ofPermission(Set.of(product));
                    supply.whyNot(needed, SignerSupply::writesPermissions)
                            .ifPresent(why -> shortages.add(shortage("permissions for " + product, needed, why)));
                });
        return shortages;
    }

    private record ProductAndChannel(String product, String channel) {}

    private static Shortage shortage(String what, Requirements needed, String why) {
        return new Shortage("signoffs of " + what, needed.perRole().keySet(), "of " + what + " " + why);
    }

    @Override
    public boolean needsSignoff(@Nullable Permission before, @Nullable Permission after) {
        return !needed(before).isEmpty() || !needed(after).isEmpty();
    }

    private Requirements needed(@Nullable Permission permission) {
        return permission == null ? Requirements.NONE : policy().ofPermission(permission.products());
    }

    private SignoffPolicy policy() {
        return new SignoffPolicy(store.forChannels(), store.forPermissions());
    }
}
