package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.SignerSupply;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes shutoffs and configuration as the services do: nothing that nobody could meet. */
final class Configuration {

    private Configuration() {}

    static boolean isPossible(World world, List<Change> changes) {
        World after = world.copy();
        return changes.stream().allMatch(change -> !(change instanceof RowChange<?> row) || apply(after, row));
    }

    /** @return whether it is possible; if not, the world is of no use */
    static boolean apply(World world, RowChange<?> change) {
        return switch (change.latest()) {
            case Shutoff shutoff -> {
                world.shutoffs = world.shutoffs.stream()
                        .filter(row -> !row.channel().equals(shutoff.channel()))
                        .toList();
                keepVersion(world, Facts.row(shutoff), shutoff.dataVersion());
                yield true;
            }
            case ChannelMapping _ -> apply(world, (ChannelMapping) change.before(), (ChannelMapping) change.after());
            case Gate _ -> apply(world, (Gate) change.before(), (Gate) change.after());
            case GuardRail _ -> apply(world, (GuardRail) change.before(), (GuardRail) change.after());
            case FreezeWindow _ -> apply(world, (FreezeWindow) change.before(), (FreezeWindow) change.after());
            case UrgentRole _ -> apply(world, (UrgentRole) change.before(), (UrgentRole) change.after());
            case RequiredSignoff _ -> apply(world, (RequiredSignoff) change.before(), (RequiredSignoff) change.after());
            default -> false;
        };
    }

    private static boolean apply(World world, @Nullable ChannelMapping before, @Nullable ChannelMapping after) {
        List<ChannelMapping> next = before == null ? world.mappings : without(world.mappings, before);
        if (after == null) {
            world.mappings = next;
            return true;
        }
        boolean fits = ChannelMappings.problems(MappingProposal.of(after), next).isEmpty();
        world.mappings = with(
                next,
                new ChannelMapping(
                        world.next(), after.product(), after.liveChannel(), after.testChannel(), after.scope(), 1));
        return fits;
    }

    private static boolean apply(World world, @Nullable Gate before, @Nullable Gate after) {
        List<Gate> next = before == null ? world.gates : without(world.gates, before);
        if (after == null) {
            world.gates = next;
            return true;
        }
        Gate gate = before == null
                ? new Gate(
                        world.next(),
                        after.product(),
                        after.liveChannel(),
                        after.role(),
                        after.passesRequired(),
                        after.testChannels(),
                        1)
                : before.becomes(after);
        world.gates = with(next, gate);
        return gate.whyItCannotOpen(world.people.values(), world.mappings).isEmpty()
                && new SignerSupply(world.people.values(), false)
                        .whyNot(gate.requirements(), SignerSupply.writersOf(gate.product()))
                        .isEmpty();
    }

    private static boolean apply(World world, @Nullable RequiredSignoff before, @Nullable RequiredSignoff after) {
        List<RequiredSignoff> next = new ArrayList<>(world.policy.forChannels());
        if (before != null) {
            next.remove(before);
            keepVersion(world, "requirement " + before.channel(), before.dataVersion());
        }
        if (after != null) {
            next.removeIf(row -> row.channel().equals(after.channel()));
            next.add(after);
        }
        world.policy = new SignoffPolicy(next, List.of(), world.policy.urgent());
        return after == null
                || SignerSupply.ofSigners(world.people.values(), false)
                        .whyNot(
                                world.policy.ofChannel(after.product(), after.channel()),
                                SignerSupply.writersOf(after.product()))
                        .isEmpty();
    }

    private static boolean apply(World world, @Nullable FreezeWindow before, @Nullable FreezeWindow after) {
        List<FreezeWindow> next = before == null ? world.windows : without(world.windows, before);
        world.windows = after == null
                ? next
                : with(next, before == null ? after.numbered(world.next(), 1) : before.becomes(after));
        return true;
    }

    private static boolean apply(World world, @Nullable GuardRail before, @Nullable GuardRail after) {
        List<GuardRail> next = before == null ? world.rails : without(world.rails, before);
        world.rails = after == null
                ? next
                : with(next, before == null ? after.numbered(world.next(), 1) : before.becomes(after));
        return after == null
                || SignerSupply.ofSigners(world.people.values(), false)
                        .whyNot(after.requirements(), SignerSupply.writersOf(after.product()))
                        .isEmpty();
    }

    private static boolean apply(World world, @Nullable UrgentRole before, @Nullable UrgentRole after) {
        List<UrgentRole> next = before == null ? world.policy.urgent() : without(world.policy.urgent(), before);
        if (before != null) {
            keepVersion(world, "urgent " + before.channel() + before.role(), before.dataVersion());
        }
        world.policy =
                new SignoffPolicy(world.policy.forChannels(), List.of(), after == null ? next : with(next, after));
        return true;
    }

    private static void keepVersion(World world, String row, int version) {
        Map<String, Integer> next = new HashMap<>(world.lastVersions);
        next.put(row, version);
        world.lastVersions = Map.copyOf(next);
    }

    private static <T> List<T> without(List<T> rows, T gone) {
        return rows.stream().filter(row -> !Objects.equals(row, gone)).toList();
    }

    private static <T> List<T> with(List<T> rows, T more) {
        List<T> next = new ArrayList<>(rows);
        next.add(more);
        return List.copyOf(next);
    }
}
