package dev.rehearsal.approval;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.store.RequiredSignoffStore;
import dev.rehearsal.approval.store.UrgentRoleStore;
import dev.rehearsal.ledger.KeyedTable;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.VersionHistory;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/** The requirements in force. Whoever writes them holds a {@link Write}, and so the write lock. */
@Service
public class RequiredSignoffs {

    static final int LONGEST_ROLE = 50;

    private final RequiredSignoffStore store;
    private final UrgentRoleStore urgent;
    private final VersionHistory versions;
    private final People people;
    private final ChannelMappings mappings;
    private final boolean authorMaySign;

    RequiredSignoffs(
            RequiredSignoffStore store,
            UrgentRoleStore urgent,
            VersionHistory versions,
            People people,
            ChannelMappings mappings,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.store = store;
        this.urgent = urgent;
        this.versions = versions;
        this.people = people;
        this.mappings = mappings;
        this.authorMaySign = authorMaySign;
    }

    public SignoffPolicy policy() {
        return new SignoffPolicy(store.forChannels(), store.forPermissions(), urgent.all());
    }

    public Optional<RequiredSignoff> find(String product, String channel, Role role) {
        return store.forChannels().stream()
                .filter(required -> required.product().equals(product)
                        && required.channel().equals(channel)
                        && required.role().equals(role))
                .findFirst();
    }

    public Optional<PermissionSignoff> find(String product, Role role) {
        return store.forPermissions().stream()
                .filter(required ->
                        required.product().equals(product) && required.role().equals(role))
                .findFirst();
    }

    /** @throws RefusedException if nobody could ever meet it */
    public void put(Write write, RequiredSignoff required) {
        check(required);
        store.put(write, versioned(required));
    }

    /** Returns the requirement at the version after all that it has had, whether it is there or not. */
    private RequiredSignoff versioned(RequiredSignoff row) {
        Map<String, String> key = Map.of(
                "product",
                row.product(),
                "channel",
                row.channel(),
                "role",
                row.role().name());
        int version = versions.next("required_signoffs_history", key);
        return new RequiredSignoff(row.product(), row.channel(), row.role(), row.count(), version);
    }

    /** Returns the requirement at the version after all that it has had, whether it is there or not. */
    private PermissionSignoff versioned(PermissionSignoff row) {
        Map<String, String> key =
                Map.of("product", row.product(), "role", row.role().name());
        int version = versions.next("permission_signoffs_history", key);
        return new PermissionSignoff(row.product(), row.role(), row.count(), version);
    }

    /** @throws RefusedException if nobody could ever meet it */
    public void put(Write write, PermissionSignoff required) {
        check(required);
        store.put(write, versioned(required));
    }

    /** Imports them as a dataset has them, whoever could meet them. */
    public void importAll(Write write, List<RequiredSignoff> forChannels, List<PermissionSignoff> forPermissions) {
        forChannels.forEach(required -> store.put(write, required));
        forPermissions.forEach(required -> store.put(write, required));
    }

    public void remove(Write write, RequiredSignoff required) {
        store.remove(write, required);
    }

    public void remove(Write write, PermissionSignoff required) {
        store.remove(write, required);
    }

    @Configuration(proxyBeanMethods = false)
    static class Tables {

        @Bean
        RowTable<RequiredSignoff> channelRequirements(RequiredSignoffs all) {
            return new KeyedTable<>(
                    RequiredSignoff.class,
                    all.store::forChannels,
                    (before, after) -> all.check(after),
                    all::versioned,
                    all::put,
                    all::remove);
        }

        @Bean
        RowTable<PermissionSignoff> permissionRequirements(RequiredSignoffs all) {
            return new KeyedTable<>(
                    PermissionSignoff.class,
                    all.store::forPermissions,
                    (before, after) -> all.check(after),
                    all::versioned,
                    all::put,
                    all::remove);
        }
    }

    /** @throws RefusedException if a name is no proper one, or fewer people hold the role than would have to sign */
    public void check(RequiredSignoff required) {
        checkName("product", required.product(), RuleField.LONGEST_PRODUCT);
        checkName("channel", required.channel(), RuleField.LONGEST_CHANNEL);
        if (find(required.product(), required.channel(), required.role()).isEmpty()) {
            RestingGuards.whyItWouldRest(mappings.all(), required.product(), required.channel())
                    .ifPresent(why -> {
                        throw RefusedException.invalid("channel", why);
                    });
        }
        checkRole(required.role(), required.count());
        checkSupply(
                with(policy().ofChannel(required.product(), required.channel()), required.role(), required.count()),
                SignerSupply.writersOf(required.product()));
    }

    /** Checks a requirement for permissions. */
    public void check(PermissionSignoff required) {
        checkName("product", required.product(), RuleField.LONGEST_PRODUCT);
        checkRole(required.role(), required.count());
        checkSupply(
                with(policy().ofPermission(Set.of(required.product())), required.role(), required.count()),
                SignerSupply::writesPermissions);
    }

    private void checkRole(Role role, int count) {
        checkName("role", role.name(), LONGEST_ROLE);
        if (count < 1) {
            throw RefusedException.invalid("signoffs_required", "must be at least 1; remove the requirement instead");
        }
        long holders =
                people.all().stream().filter(person -> person.holds(role)).count();
        if (count > holders) {
            throw RefusedException.invalid(
                    "signoffs_required",
                    "%d people hold the role '%s', so %d can never sign: give the role to more people first"
                            .formatted(holders, role, count));
        }
    }

    private void checkSupply(Requirements needed, Predicate<Person> writers) {
        SignerSupply.ofSigners(people.all(), authorMaySign)
                .whyNot(needed, writers)
                .ifPresent(why -> {
                    throw RefusedException.invalid("signoffs_required", why + ": give the roles to more people first");
                });
    }

    private static Requirements with(Requirements present, Role role, int count) {
        TreeMap<Role, Integer> perRole = new TreeMap<>(present.perRole());
        perRole.put(role, count);
        return new Requirements(perRole);
    }

    static void checkName(String place, String name, int longest) {
        if (name.isBlank() || name.length() > longest || name.contains("*")) {
            throw RefusedException.invalid(place, "must be 1 to " + longest + " characters long, without '*'");
        }
    }

    /** Returns when each product got its first requirement, gate or guard rail; under an empty text every product did. */
    public Map<String, Instant> firstGuarded() {
        return store.firstGuarded();
    }
}
