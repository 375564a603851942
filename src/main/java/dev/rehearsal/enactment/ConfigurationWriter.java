package dev.rehearsal.enactment;

import dev.rehearsal.access.People;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes changes of shutoffs and configuration; that they are not stale was judged under the same lock. */
@Component
class ConfigurationWriter {

    private final EmergencyShutoffs shutoffs;
    private final ChannelMappings mappings;
    private final Gates gates;
    private final RequiredSignoffs requirements;
    private final People people;

    ConfigurationWriter(
            EmergencyShutoffs shutoffs,
            ChannelMappings mappings,
            Gates gates,
            RequiredSignoffs requirements,
            People people) {
        this.shutoffs = shutoffs;
        this.mappings = mappings;
        this.gates = gates;
        this.requirements = requirements;
        this.people = people;
    }

    /** @throws dev.rehearsal.problem.RefusedException if it is not right any more, such as a gate nobody can satisfy */
    void apply(Entry entry, List<Change> changes) {
        boolean maps = changes.stream().anyMatch(UnstagedChange.OfMapping.class::isInstance);
        Map<Long, String> before = maps ? gates.untestable(mappings.all()) : Map.of();
        for (Change change : changes) {
            if (change instanceof UnstagedChange other) {
                apply(entry, other);
            }
        }
        if (maps) {
            gates.refuseUntestable(before, gates.untestable(mappings.all()));
        }
    }

    private void apply(Entry entry, UnstagedChange change) {
        switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var before) -> shutoffs.remove(entry, before);
            case UnstagedChange.OfMapping(var _, var before, var after) -> {
                if (before == null && after != null) {
                    mappings.add(entry, after);
                } else if (before != null && after == null) {
                    mappings.remove(entry, before);
                } else if (before != null && after != null) {
                    mappings.replace(entry, before, after);
                }
            }
            case UnstagedChange.OfGate(var _, var before, var after) -> {
                if (before == null && after != null) {
                    gates.add(entry, after);
                } else if (before != null && after == null) {
                    gates.remove(entry, before.id());
                } else if (before != null && after != null) {
                    gates.replace(entry, before.becomes(after));
                }
            }
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                if (after != null) {
                    requirements.put(entry, after);
                } else if (before != null) {
                    requirements.remove(entry, before);
                }
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                if (after != null) {
                    requirements.put(entry, after);
                } else if (before != null) {
                    requirements.remove(entry, before);
                }
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) -> {
                if (after != null) {
                    people.put(entry, person, after);
                } else if (before != null) {
                    people.remove(entry, person, before.name());
                }
            }
        }
    }
}
