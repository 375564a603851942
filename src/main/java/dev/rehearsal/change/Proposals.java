package dev.rehearsal.change;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what people ask for into changes, against the live tables and what is staged just before them. */
@Component
class Proposals {

    private final RuleProposals rules;
    private final ReleaseProposals releases;
    private final UnstagedProposals unstaged;
    private final ReleaseWriteProposals writes;

    Proposals(
            RuleProposals rules, ReleaseProposals releases, UnstagedProposals unstaged, ReleaseWriteProposals writes) {
        this.rules = rules;
        this.releases = releases;
        this.unstaged = unstaged;
        this.writes = writes;
    }

    /**
     * The changes that the proposals come to, in order: one each, but for a release that is written part by part, and none for
     * one that is written as it is already.
     *
     * @param before the tables as the sets before this one would leave them
     */
    List<Function<ChangeId, Change>> toChanges(List<Proposal> proposals, Tables live, Tables before) {
        checkOncePerRow(proposals);
        checkOneKind(proposals);
        List<Function<ChangeId, Change>> changes = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            String place = proposals.size() == 1 ? "" : "changes[" + i + "].";
            changes.addAll(toChanges(proposals.get(i), live, before, place));
        }
        return changes;
    }

    private List<Function<ChangeId, Change>> toChanges(Proposal proposal, Tables live, Tables before, String place) {
        return switch (proposal) {
            case Proposal.AddRule add -> List.of(rules.addition(add, place));
            case Proposal.EditRule edit -> List.of(rules.edit(edit, live, before, place));
            case Proposal.ReplaceRule replace -> List.of(rules.replacement(replace, live, before, place));
            case Proposal.RemoveRule remove -> List.of(rules.removal(remove, live, before, place));
            case Proposal.AddRelease add -> List.of(releases.addition(add, before, place));
            case Proposal.ReplaceRelease replace -> List.of(releases.replacement(replace, live, before, place));
            case Proposal.WriteRelease write -> releases.partByPart(write, live, before, place);
            case Proposal.MergeRelease merge -> writes.merged(merge, live, before, place);
            case Proposal.ReleaseWrite write -> writes.written(write, live, before, place);
            case Proposal.LockRelease lock -> writes.locked(lock, live, before, place);
            case Proposal.RemoveRelease remove -> List.of(releases.removal(remove, live, before, place));
            case Proposal.SetPin pin -> List.of(pin(pin, live, before, place));
            case Proposal.LiftShutoff lift -> List.of(unstaged.lift(lift));
            case Proposal.OfConfiguration configuration -> List.of(unstaged.configuration(configuration, place));
            case Proposal.Keep(Change kept) -> List.of(id -> kept);
        };
    }

    private static Function<ChangeId, Change> pin(Proposal.SetPin proposal, Tables live, Tables before, String place) {
        ReleaseName liveNow = live.pins().releases().get(proposal.pin());
        ReleaseName staged = before.pins().releases().get(proposal.pin());
        if (Objects.equals(proposal.mapping(), staged) && Objects.equals(proposal.mapping(), liveNow)) {
            throw RefusedException.invalid(place, "nothing would change: " + proposal.pin() + " is like this already");
        }
        return id -> new Change.PinEdit(id, proposal.pin(), new FieldEdit(proposal.mapping(), liveNow, staged));
    }

    /** Configuration is signed under the configuration in force: it cannot come with what it would decide about. */
    private static void checkOneKind(List<Proposal> proposals) {
        boolean configuration = proposals.stream().anyMatch(Proposals::isConfiguration);
        if (configuration && !proposals.stream().allMatch(Proposals::isConfiguration)) {
            throw RefusedException.invalid(
                    "changes", "a change set holds either configuration or other changes: make two sets");
        }
    }

    private static boolean isConfiguration(Proposal proposal) {
        return proposal instanceof Proposal.OfConfiguration
                || proposal instanceof Proposal.Keep(UnstagedChange.OfConfiguration _);
    }

    private static void checkOncePerRow(List<Proposal> proposals) {
        Set<Object> rows = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            Object row = row(proposals.get(i));
            if (row != null && !rows.add(row)) {
                problems.add(new Problem(
                        "changes[" + i + "]", "changes " + row + " a second time: put both into one change"));
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems);
        }
    }

    private static @Nullable Object row(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AddRule _ -> null;
            case Proposal.EditRule edit -> describe(edit.rule());
            case Proposal.ReplaceRule replace -> describe(replace.rule());
            case Proposal.RemoveRule remove -> describe(remove.rule());
            case Proposal.AddRelease add -> describe(add.name());
            case Proposal.ReplaceRelease replace -> describe(replace.name());
            case Proposal.WriteRelease write -> describe(write.name());
            case Proposal.MergeRelease merge -> describe(merge.name());
            case Proposal.ReleaseWrite write -> describe(write.name());
            case Proposal.LockRelease lock -> describe(lock.name());
            case Proposal.RemoveRelease remove -> describe(remove.name());
            case Proposal.SetPin pin -> pin.pin();
            case Proposal.LiftShutoff lift -> "shutoff of " + lift.product() + " " + lift.channel();
            case Proposal.OfConfiguration _, Proposal.Keep _ -> null;
        };
    }

    private static String describe(RuleId rule) {
        return "rule " + rule;
    }

    private static String describe(ReleaseName release) {
        return "release '" + release + "'";
    }
}
