package dev.rehearsal.change;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
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
import dev.rehearsal.staging.Identity;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Objects;
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

    Change lift(Proposal.LiftShutoff proposal, ChangeIds ids) {
        Shutoff before = shutoffs.find(proposal.product(), proposal.channel())
                .orElseThrow(() -> RefusedException.notFound(
                        "updates of %s on %s are not shut off".formatted(proposal.product(), proposal.channel())));
        checkVersion("the shutoff", proposal.dataVersion(), before.dataVersion());
        return new UnstagedChange.ShutoffRemoval(ids.next(), before);
    }

    Change configuration(Proposal.OfConfiguration proposal, ProposalContext context) {
        ChangeIds ids = context.ids();
        return switch (proposal) {
            case Proposal.ChangeMapping mapping -> mapping(mapping, context);
            case Proposal.ChangeGate gate -> gate(gate, ids);
            case Proposal.RequireSignoffs required -> required(required, ids);
            case Proposal.RequirePermissionSignoffs required -> required(required, ids);
            case Proposal.ChangePermission permission -> permission(permission, ids);
        };
    }

    private Change mapping(Proposal.ChangeMapping proposal, ProposalContext context) {
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
                        .map(problem -> new Problem(context.place() + problem.place(), problem.sentence()))
                        .toList());
            }
        }
        return new UnstagedChange.OfMapping(context.nextId(), before, proposal.becomes());
    }

    private Change gate(Proposal.ChangeGate proposal, ChangeIds ids) {
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
        return new UnstagedChange.OfGate(ids.next(), before, proposal.becomes());
    }

    private Change required(Proposal.RequireSignoffs proposal, ChangeIds ids) {
        RequiredSignoff before = requirements
                .find(proposal.product(), proposal.channel(), proposal.role())
                .orElse(null);
        refuseUnexpected(before, proposal.row());
        checkVersion("the row", proposal.dataVersion(), before == null ? null : before.dataVersion());
        int version = requirements.nextVersion(proposal.product(), proposal.channel(), proposal.role());
        Integer count = proposal.count();
        RequiredSignoff after = count == null
                ? null
                : new RequiredSignoff(proposal.product(), proposal.channel(), proposal.role(), count, version);
        refuseNothing(before, after);
        if (after != null) {
            requirements.check(after);
        }
        return new UnstagedChange.OfRequiredSignoff(ids.next(), before, after);
    }

    private Change required(Proposal.RequirePermissionSignoffs proposal, ChangeIds ids) {
        PermissionSignoff before =
                requirements.find(proposal.product(), proposal.role()).orElse(null);
        refuseUnexpected(before, proposal.row());
        checkVersion("the row", proposal.dataVersion(), before == null ? null : before.dataVersion());
        int version = requirements.nextVersion(proposal.product(), proposal.role());
        Integer count = proposal.count();
        PermissionSignoff after =
                count == null ? null : new PermissionSignoff(proposal.product(), proposal.role(), count, version);
        refuseNothing(before, after);
        if (after != null) {
            requirements.check(after);
        }
        return new UnstagedChange.OfPermissionSignoff(ids.next(), before, after);
    }

    private Change permission(Proposal.ChangePermission proposal, ChangeIds ids) {
        Person person = people.find(new Actor(proposal.person()));
        Permission before = person.permissions().get(proposal.permission());
        refuseUnexpected(before, proposal.row());
        checkVersion("the row", proposal.dataVersion(), before == null ? null : before.dataVersion());
        int version = people.nextVersion(proposal.person(), proposal.permission());
        Permission becomes = proposal.becomes();
        if (before == null && !Person.canBeCalled(proposal.person())) {
            throw RefusedException.invalid(
                    "username", "must be a name that people can have, of at most 100 characters");
        }
        Permission after = becomes == null
                ? null
                : new Permission(proposal.permission(), becomes.actions(), becomes.products(), version);
        refuseNothing(before, after);
        Identity meant = person.id().equals(PersonId.NONE)
                ? Identity.UNKNOWN
                : Identity.UNKNOWN.ofRow(person.id().value());
        return new UnstagedChange.OfPermission(ids.next(), proposal.person(), before, after, meant);
    }

    private static void refuseUnexpected(@Nullable Object before, Proposal.Row expected) {
        if (before != null && expected == Proposal.Row.NONE_YET) {
            throw RefusedException.invalid("change_type", "there is such a row already: update it instead");
        }
        if (before == null && expected == Proposal.Row.THERE) {
            throw RefusedException.notFound("there is no such row");
        }
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
    private static void checkVersion(String what, @Nullable Integer seen, @Nullable Integer current) {
        if (seen != null && current != null && !seen.equals(current)) {
            throw RefusedException.invalid(
                    "data_version",
                    "%s is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(what, current, seen));
        }
    }
}
