package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy that tells which signoffs an object needs, as Balrog computes it: the requirements of every (product,
 * channel) that it can have to do with, of each role the largest. A change needs what the object needs before and after
 * it: callers combine these.
 */
public record SignoffPolicy(
        List<RequiredSignoff> forChannels, List<PermissionSignoff> forPermissions, List<UrgentRole> urgent) {

    public SignoffPolicy {
        forChannels = List.copyOf(forChannels);
        forPermissions = List.copyOf(forPermissions);
        urgent = List.copyOf(urgent);
    }

    /** Nobody may pass over any of it. */
    public SignoffPolicy(List<RequiredSignoff> forChannels, List<PermissionSignoff> forPermissions) {
        this(forChannels, forPermissions, List.of());
    }

    /** Returns this policy without what some pairs of product and channel ask. */
    public SignoffPolicy without(Predicate<RequiredSignoff> left) {
        return new SignoffPolicy(forChannels.stream().filter(left.negate()).toList(), forPermissions, urgent);
    }

    /** Returns the roles of which two people may pass over what a product on a channel asks. */
    public Set<Role> urgentOf(@Nullable String product, String channel) {
        return urgent.stream()
                .filter(row -> row.product().equals(product) && row.channel().equals(channel))
                .map(UrgentRole::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns an urgent role that has nothing to pass over, if there is one. */
    public Optional<UrgentRole> urgentForNothing() {
        return urgent.stream()
                .filter(row -> forChannels.stream()
                        .noneMatch(required -> required.product().equals(row.product())
                                && required.channel().equals(row.channel())))
                .findFirst();
    }

    /** A rule for every product, or every channel, needs what any of them needs. A partner's fallback does not count. */
    public Requirements ofRule(Rule rule) {
        return ofPattern(rule.product(), rule.channel());
    }

    /** Returns what a rule exactly for this product and channel would need; null for all of them. */
    public Requirements ofChannel(@Nullable String product, @Nullable String channel) {
        return largest(forChannels.stream()
                .filter(required -> product == null || product.equals(required.product()))
                .filter(required -> channel == null || channel.equals(required.channel())));
    }

    /** To let updates go on that an emergency shutoff stops. */
    public Requirements ofShutoffRemoval(String product, String channel) {
        return ofPattern(product, channel);
    }

    /** @param products that the permission is for; empty for every product */
    public Requirements ofPermission(Set<String> products) {
        Requirements all = Requirements.NONE;
        for (PermissionSignoff required : forPermissions) {
            if (products.isEmpty() || products.contains(required.product())) {
                all = all.and(Requirements.of(required.role(), required.count()));
            }
        }
        return all;
    }

    /** The largest number that is asked of a role anywhere. */
    public int largestOf(Role role) {
        return Stream.concat(
                        forChannels.stream()
                                .filter(required -> required.role().equals(role))
                                .map(RequiredSignoff::count),
                        forPermissions.stream()
                                .filter(required -> required.role().equals(role))
                                .map(PermissionSignoff::count))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private Requirements ofPattern(@Nullable String product, @Nullable String channel) {
        if (forChannels.isEmpty()) {
            return Requirements.NONE;
        }
        ChannelPattern channels = channel == null ? null : ChannelPattern.of(channel);
        return largest(forChannels.stream()
                .filter(required -> product == null || product.equals(required.product()))
                .filter(required -> channels == null || channels.matches(required.channel())));
    }

    private static Requirements largest(Stream<RequiredSignoff> required) {
        return required.map(one -> Requirements.of(one.role(), one.count()))
                .reduce(Requirements.NONE, Requirements::and);
    }
}
