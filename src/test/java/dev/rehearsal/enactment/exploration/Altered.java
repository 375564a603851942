package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.Decision.Situation;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes copies of what a decision looks at, each with something else in it than there is. */
final class Altered {

    private Altered() {}

    static Map<String, String> ownItems(Map<String, String> items) {
        Map<String, String> own = new TreeMap<>(items);
        own.keySet().removeIf(name -> name.startsWith("brought in"));
        return own;
    }

    static Map<String, String> withoutChannels(Map<String, String> items) {
        Map<String, String> others = new TreeMap<>(items);
        others.keySet().removeIf(name -> name.startsWith("changes "));
        return others;
    }

    static Signoff withDigest(Signoff signoff, StepDigest digest) {
        return new Signoff(
                signoff.by(),
                signoff.role(),
                signoff.at(),
                digest.value(),
                digest.hashed(),
                signoff.grant(),
                null,
                null);
    }

    /** As if every rollout went on. */
    static Situation unheld(Situation now) {
        return new Situation(now.live(), now.queue(), now.context().holding(Map.of()), now.at());
    }

    static Situation with(Situation now, UnaryOperator<Signoff> signed) {
        ApprovalContext known = now.context();
        Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>();
        known.signoffs()
                .forEach((set, given) ->
                        signoffs.put(set, given.stream().map(signed).toList()));
        return new Situation(
                now.live(),
                now.queue(),
                new ApprovalContext(
                        known.people(),
                        known.policy(),
                        known.gates(),
                        known.rails(),
                        known.mappings(),
                        known.shutoffs(),
                        signoffs,
                        known.guardHistory(),
                        known.freezes(),
                        Map.of(),
                        known.requests(),
                        known.holds()),
                now.at());
    }

    static Signoff withGrant(Signoff signoff, ApprovalContext now) {
        return new Signoff(
                signoff.by(),
                signoff.role(),
                signoff.at(),
                signoff.digest(),
                signoff.items(),
                now.person(signoff.by()).grantOf(signoff.role()),
                null,
                null);
    }

    static Verdict withGrants(Verdict verdict, World world) {
        Map<Role, Long> present = world.context().person(verdict.by()).grantNumbers();
        return new Verdict(
                verdict.id(),
                verdict.state(),
                verdict.testChannel(),
                verdict.outcome(),
                null,
                verdict.by(),
                world.context().person(verdict.by()).id(),
                verdict.at(),
                present);
    }

    static ChangeSet byAuthor(ChangeSet set) {
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        set.changes().forEach(change -> writers.put(change.id(), List.of(set.author())));
        return new ChangeSet(
                set.id(),
                set.title(),
                set.author(),
                set.createdAt(),
                set.due(),
                set.state(),
                set.changes(),
                writers,
                set.armedBy(),
                set.contentAt(),
                set.dataVersion());
    }

    static ChangeSet withoutVersions(ChangeSet set) {
        List<Change> changes = set.changes().stream()
                .map(change -> change instanceof RowChange<?>(var id, var _, var before, var _, var _)
                                && before instanceof Shutoff shutoff
                        ? new RowChange<>(id, RowKinds.SHUTOFFS, withoutVersion(shutoff), null)
                        : change.meaning(Identity.UNKNOWN))
                .toList();
        return new ChangeSet(
                set.id(),
                set.title(),
                set.author(),
                set.createdAt(),
                set.due(),
                set.state(),
                changes,
                set.writers(),
                set.armedBy(),
                set.contentAt(),
                set.dataVersion());
    }

    static Shutoff withoutVersion(Shutoff shutoff) {
        return new Shutoff(shutoff.product(), shutoff.channel(), shutoff.comment(), 1);
    }

    static ApprovalContext withShutoffs(ApprovalContext known) {
        return new ApprovalContext(
                known.people(),
                known.policy(),
                known.gates(),
                known.rails(),
                known.mappings(),
                known.shutoffs().stream().map(Altered::withoutVersion).toList(),
                known.signoffs(),
                known.guardHistory(),
                known.freezes(),
                Map.of(),
                known.requests(),
                known.holds());
    }

    static RailPass forSet(RailPass pass, ChangeSetId set) {
        return new RailPass(
                pass.id(),
                pass.rail(),
                pass.terms(),
                pass.step(),
                set,
                pass.by(),
                pass.role(),
                pass.grant(),
                pass.finding(),
                pass.note(),
                pass.at());
    }

    static RailPass passOf(RailPass pass, RailedStep step, Actor by, long grant) {
        return new RailPass(
                pass.id(),
                pass.rail(),
                pass.terms(),
                step,
                pass.set(),
                by,
                pass.role(),
                grant,
                pass.finding(),
                pass.note(),
                pass.at());
    }

    static Person withoutGivers(Person person) {
        Map<Role, RoleGrant> grants = new HashMap<>();
        person.grants()
                .forEach((role, grant) ->
                        grants.put(role, new RoleGrant(grant.grant(), new Actor(""), grant.at(), null)));
        return new Person(person.id(), person.name(), person.permissions(), grants, false);
    }
}
