package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.SignerSupply;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes shutoffs and configuration as the services do: nothing that nobody could meet. */
final class Configuration {

    private Configuration() {}

    static boolean isPossible(World world, List<Change> changes) {
        World after = world.copy();
        return changes.stream()
                .allMatch(change -> !(change instanceof UnstagedChange unstaged) || apply(after, unstaged));
    }

    /** @return whether it is possible; if not, the world is of no use */
    static boolean apply(World world, UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var shutoff) -> {
                world.shutoffs = world.shutoffs.stream()
                        .filter(row -> !row.channel().equals(shutoff.channel()))
                        .toList();
                keepVersion(world, Facts.row(shutoff), shutoff.dataVersion());
                yield true;
            }
            case UnstagedChange.OfMapping(var _, var before, var after) -> {
                List<ChannelMapping> next = before == null ? world.mappings : without(world.mappings, before);
                if (after == null) {
                    world.mappings = next;
                    yield true;
                }
                boolean fits = ChannelMappings.problems(after, next).isEmpty();
                world.mappings = with(
                        next,
                        new ChannelMapping(
                                world.next(),
                                after.product(),
                                after.liveChannel(),
                                after.testChannel(),
                                after.scope(),
                                1));
                yield fits;
            }
            case UnstagedChange.OfGate(var _, var before, var after) -> {
                List<Gate> next = before == null ? world.gates : without(world.gates, before);
                if (after == null) {
                    world.gates = next;
                    yield true;
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
                yield gate.whyItCannotOpen(world.people.values(), world.mappings)
                                .isEmpty()
                        && new SignerSupply(world.people.values(), false)
                                .whyNot(gate.requirements(), SignerSupply.writersOf(gate.product()))
                                .isEmpty();
            }
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                List<RequiredSignoff> next = new ArrayList<>(world.policy.forChannels());
                if (before != null) {
                    next.remove(before);
                    keepVersion(world, "requirement " + before.channel(), before.dataVersion());
                }
                if (after != null) {
                    next.removeIf(row -> row.channel().equals(after.channel()));
                    next.add(after);
                }
                world.policy = new SignoffPolicy(next, List.of());
                yield after == null
                        || SignerSupply.ofSigners(world.people.values(), false)
                                .whyNot(
                                        world.policy.ofChannel(after.product(), after.channel()),
                                        SignerSupply.writersOf(after.product()))
                                .isEmpty();
            }
            case UnstagedChange.OfPermissionSignoff _, UnstagedChange.OfPermission _ -> false;
        };
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
