package dev.rehearsal.change;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of shutoffs and configuration into changes that hold the row before and after. */
@Component
class UnstagedProposals {

    private final EmergencyShutoffs shutoffs;
    private final ChannelMappings mappings;
    private final Gates gates;
    private final RequiredSignoffs requirements;
    private final People people;

    UnstagedProposals(
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

    Function<ChangeId, Change> lift(Proposal.LiftShutoff proposal) {
        Shutoff before = shutoffs.find(proposal.product(), proposal.channel())
                .orElseThrow(() -> RefusedException.notFound(
                        "updates of %s on %s are not shut off".formatted(proposal.product(), proposal.channel())));
        checkVersion("the shutoff", proposal.dataVersion(), before.dataVersion());
        return id -> new UnstagedChange.ShutoffRemoval(id, before);
    }

    /** @param place where problems are, such as {@code changes[2].} */
    Function<ChangeId, Change> configuration(Proposal.OfConfiguration proposal, String place) {
        return switch (proposal) {
            case Proposal.ChangeMapping mapping -> mapping(mapping, place);
            case Proposal.ChangeGate gate -> gate(gate);
            case Proposal.RequireSignoffs required -> required(required);
            case Proposal.RequirePermissionSignoffs required -> required(required);
            case Proposal.ChangePermission permission -> permission(permission);
        };
    }

    private Function<ChangeId, Change> mapping(Proposal.ChangeMapping proposal, String place) {
        Long mappingId = proposal.id();
        ChannelMapping before = mappingId == null
                ? null
                : mappings.find(mappingId)
                        .orElseThrow(() -> RefusedException.notFound("there is no channel mapping " + mappingId));
        if (before != null) {
            refuseMoved("channel mapping " + before.id(), proposal.dataVersion(), before.dataVersion());
        }
        if (proposal.becomes() != null) {
            List<Problem> problems = ChannelMappings.problems(
                    proposal.becomes(),
                    mappings.all().stream()
                            .filter(other -> !Objects.equals(other.id(), mappingId))
                            .toList());
            if (!problems.isEmpty()) {
                throw RefusedException.invalid(problems.stream()
                        .map(problem -> new Problem(place + problem.place(), problem.sentence()))
                        .toList());
            }
        }
        return id -> new UnstagedChange.OfMapping(id, before, proposal.becomes());
    }

    private Function<ChangeId, Change> gate(Proposal.ChangeGate proposal) {
        Long gateId = proposal.id();
        Gate before = gateId == null
                ? null
                : gates.find(gateId).orElseThrow(() -> RefusedException.notFound("there is no gate " + gateId));
        if (before != null) {
            refuseMoved("gate " + before.id(), proposal.dataVersion(), before.dataVersion());
        }
        if (proposal.becomes() != null) {
            gates.check(proposal.becomes());
        }
        return id -> new UnstagedChange.OfGate(id, before, proposal.becomes());
    }

    private Function<ChangeId, Change> required(Proposal.RequireSignoffs proposal) {
        RequiredSignoff before = requirements
                .find(proposal.product(), proposal.channel(), proposal.role())
                .orElse(null);
        refuseUnexpected(before, proposal.row());
        Integer version = versionAfter(before == null ? null : before.dataVersion(), proposal.dataVersion());
        Integer count = proposal.count();
        RequiredSignoff after = count == null
                ? null
                : new RequiredSignoff(proposal.product(), proposal.channel(), proposal.role(), count, version);
        refuseNothing(before, after);
        if (after != null) {
            requirements.check(after);
        }
        return id -> new UnstagedChange.OfRequiredSignoff(id, before, after);
    }

    private Function<ChangeId, Change> required(Proposal.RequirePermissionSignoffs proposal) {
        PermissionSignoff before =
                requirements.find(proposal.product(), proposal.role()).orElse(null);
        refuseUnexpected(before, proposal.row());
        Integer version = versionAfter(before == null ? null : before.dataVersion(), proposal.dataVersion());
        Integer count = proposal.count();
        PermissionSignoff after =
                count == null ? null : new PermissionSignoff(proposal.product(), proposal.role(), count, version);
        refuseNothing(before, after);
        if (after != null) {
            requirements.check(after);
        }
        return id -> new UnstagedChange.OfPermissionSignoff(id, before, after);
    }

    private Function<ChangeId, Change> permission(Proposal.ChangePermission proposal) {
        Permission before =
                people.find(new Actor(proposal.person())).permissions().get(proposal.permission());
        refuseUnexpected(before, proposal.row());
        Integer version = versionAfter(before == null ? null : before.dataVersion(), proposal.dataVersion());
        Permission becomes = proposal.becomes();
        if (before == null && !Person.canBeCalled(proposal.person())) {
            throw RefusedException.invalid(
                    "username", "must be a name that people can have, of at most 100 characters");
        }
        Permission after = becomes == null
                ? null
                : new Permission(proposal.permission(), becomes.actions(), becomes.products(), version);
        refuseNothing(before, after);
        return id -> new UnstagedChange.OfPermission(id, proposal.person(), before, after);
    }

    private static void refuseUnexpected(@Nullable Object before, Proposal.Row expected) {
        if (before != null && expected == Proposal.Row.NONE_YET) {
            throw RefusedException.invalid("change_type", "there is such a row already: update it instead");
        }
        if (before == null && expected == Proposal.Row.THERE) {
            throw RefusedException.notFound("there is no such row");
        }
    }

    private static int versionAfter(@Nullable Integer current, @Nullable Integer seen) {
        if (current == null) {
            return 1;
        }
        checkVersion("the row", seen, current);
        return current + 1;
    }

    private static void refuseNothing(@Nullable Object before, @Nullable Object after) {
        if (before == null && after == null) {
            throw RefusedException.notFound("there is no such row to remove");
        }
    }

    private static void refuseMoved(String what, @Nullable Integer seen, int current) {
        if (seen != null && seen != current) {
            throw RefusedException.conflict(
                    "%s is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(what, current, seen));
        }
    }

    /** Balrog's rows: 400, as Balrog answers. */
    private static void checkVersion(String what, @Nullable Integer seen, int current) {
        if (seen != null && seen != current) {
            throw RefusedException.invalid(
                    "data_version",
                    "%s is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(what, current, seen));
        }
    }
}
