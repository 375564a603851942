package dev.rehearsal.change;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.FieldEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what people ask for into changes, against the live tables and what is staged just before them. */
@Component
public class Proposals {

    /** More than this, each judged against all others, would hold up everybody who writes or looks. */
    private static final int MOST_ROWS = 1_000;

    private final RuleProposals rules;
    private final ReleaseProposals releases;
    private final RowProposals rows;
    private final ReleaseWriteProposals writes;

    Proposals(RuleProposals rules, ReleaseProposals releases, RowProposals rows, ReleaseWriteProposals writes) {
        this.rules = rules;
        this.releases = releases;
        this.rows = rows;
        this.writes = writes;
    }

    /**
     * Makes the changes that the proposals come to, in order: one each, but for a release that is written part by part, and
     * none for one that is written as it is already.
     */
    public List<Change> toChanges(List<Proposal> proposals, ProposalContext context) {
        checkOncePerRow(proposals);
        checkOneKind(proposals);
        checkMappingsAgainstEachOther(proposals);
        context.ids().expect((int) proposals.stream().filter(Proposals::needsId).count());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            changes.addAll(toChanges(proposals.get(i), context.at(proposals.size() == 1 ? "" : "changes[" + i + "].")));
        }
        return changes;
    }

    /**
     * Does beforehand what takes long and asks for no lock: reads the blobs that are about to be written. Whatever is wrong
     * with them is said by the write itself.
     */
    void prepare(List<Proposal> proposals) {
        long rows = proposals.stream().filter(Proposals::writesRow).count();
        if (rows > MOST_ROWS) {
            throw RefusedException.invalid(
                    "changes",
                    "%,d rules, pins and other rows are added or edited at once, and at most %,d can be in one set: make several sets"
                            .formatted(rows, MOST_ROWS));
        }
        proposals.forEach(this::prepare);
    }

    /** What is removed is soon judged, and a release counts by its size alone. */
    private static boolean writesRow(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AddRule _,
                    Proposal.EditRule _,
                    Proposal.ReplaceRule _,
                    Proposal.SetPin _,
                    Proposal.ChangeRow<?> _ -> true;
            case Proposal.Rewrite(var _, Proposal by) -> writesRow(by);
            default -> false;
        };
    }

    private void prepare(Proposal proposal) {
        switch (proposal) {
            case Proposal.AddRelease add -> releases.prepare(add.blob());
            case Proposal.ReplaceRelease replace -> releases.prepare(replace.blob());
            case Proposal.WriteRelease write -> releases.prepare(write.blob());
            case Proposal.PutRelease put -> releases.prepare(put.blob());
            case Proposal.UpdateRelease update -> writes.prepare(update);
            case Proposal.MergeRelease merge -> writes.prepare(merge);
            case Proposal.Rewrite(var _, Proposal by) -> prepare(by);
            default -> {
                // A locale is little, and the others bring no blob.
            }
        }
    }

    private static boolean needsId(Proposal proposal) {
        return !(proposal instanceof Proposal.Keep || proposal instanceof Proposal.Rewrite);
    }

    /** Each is checked against what is in force by itself. */
    private static void checkMappingsAgainstEachOther(List<Proposal> proposals) {
        List<ChannelMapping> earlier = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i) instanceof Proposal.ChangeRow<?> row
                    && row.becomes() instanceof ChannelMapping mapping) {
                MappingProposal becomes = MappingProposal.of(mapping);
                int alone = ChannelMappings.problems(becomes, List.of()).size();
                if (ChannelMappings.problems(becomes, earlier).size() > alone) {
                    throw RefusedException.invalid(
                            "changes[" + i + "].test_channel",
                            "'%s' to '%s' clashes with another mapping of this change set: a test channel shows one live channel for each product, and has no test channels itself"
                                    .formatted(becomes.testChannel(), becomes.liveChannel()));
                }
                earlier.add(mapping);
            }
        }
    }

    private List<Change> toChanges(Proposal proposal, ProposalContext context) {
        return switch (proposal) {
            case Proposal.AddRule add -> List.of(rules.addition(add, context));
            case Proposal.EditRule edit -> List.of(rules.edit(edit, context));
            case Proposal.ReplaceRule replace -> List.of(rules.replacement(replace, context));
            case Proposal.RemoveRule remove -> List.of(rules.removal(remove, context));
            case Proposal.AddRelease add -> List.of(releases.addition(add, context));
            case Proposal.ReplaceRelease replace -> List.of(releases.replacement(replace, context));
            case Proposal.ReleaseRow row -> List.of(releases.row(row, context));
            case Proposal.WriteRelease write -> releases.partByPart(write, context);
            case Proposal.MergeRelease merge -> writes.merged(merge, context);
            case Proposal.ReleaseWrite write -> writes.written(write, context);
            case Proposal.LockRelease lock -> writes.locked(lock, context);
            case Proposal.RemoveRelease remove -> List.of(releases.removal(remove, context));
            case Proposal.AddStoredRelease add -> List.of(releases.storedAddition(add, context));
            case Proposal.EditStoredRelease edit -> List.of(releases.storedEdit(edit, context));
            case Proposal.SetPin pin -> List.of(pin(pin, context));
            case Proposal.ChangeRow<?> row -> List.of(rows.change(row, context));
            case Proposal.Keep(Change kept) -> List.of(kept);
            case Proposal.Rewrite(ChangeId rewritten, Proposal by) -> toChanges(by, context.goingOnWith(rewritten));
        };
    }

    private static Change pin(Proposal.SetPin proposal, ProposalContext context) {
        String place = context.place();
        Pins.Key pin = proposal.pin();
        PinCeiling ceiling = Proposal.SetPin.ceiling(pin.version());
        Proposal.SetPin.check(
                place,
                pin.product(),
                pin.channel(),
                ceiling != null && ceiling.toString().equals(pin.version()));
        ReleaseName liveNow = context.live().pins().releases().get(pin);
        ReleaseName staged = context.before().pins().releases().get(pin);
        if (Objects.equals(proposal.mapping(), staged) && Objects.equals(proposal.mapping(), liveNow)) {
            throw RefusedException.invalid(place, "nothing would change: " + pin + " is like this already");
        }
        return new Change.PinEdit(context.nextId(), pin, new FieldEdit(proposal.mapping(), liveNow, staged));
    }

    /** Configuration is signed under the configuration in force: it cannot come with what it would decide about. */
    private static void checkOneKind(List<Proposal> proposals) {
        boolean configuration = proposals.stream().anyMatch(Proposal::isOfConfiguration);
        if (configuration && !proposals.stream().allMatch(Proposal::isOfConfiguration)) {
            throw RefusedException.invalid(
                    "changes", "a change set holds either configuration or other changes: make two sets");
        }
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
        RefusedException.throwIfAny(problems);
    }

    private static @Nullable Object row(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AddRule _ -> null;
            case Proposal.EditRule edit -> describe(edit.rule());
            case Proposal.ReplaceRule replace -> describe(replace.rule());
            case Proposal.RemoveRule remove -> describe(remove.rule());
            case Proposal.AddRelease add -> describe(add.name());
            case Proposal.ReplaceRelease replace -> describe(replace.name());
            case Proposal.ReleaseRow row -> describe(row.name());
            case Proposal.WriteRelease write -> describe(write.name());
            case Proposal.MergeRelease merge -> describe(merge.name());
            case Proposal.ReleaseWrite write -> describe(write.name());
            case Proposal.LockRelease lock -> describe(lock.name());
            case Proposal.AddStoredRelease add -> describe(add.name());
            case Proposal.RemoveRelease remove -> describe(remove.name());
            case Proposal.SetPin pin -> pin.pin();
            case Proposal.ChangeRow<?> one ->
                one.key().isNew() ? null : one.kind().label(one.key());
            case Proposal.Rewrite(ChangeId _, Proposal by) -> row(by);
            case Proposal.Keep(Change kept) -> row(kept);
            case Proposal.EditStoredRelease _ -> null;
        };
    }

    /** Returns what tells a kept change's row from others; of a release there may be one for each part. */
    private static @Nullable Object row(Change kept) {
        return switch (kept) {
            case Change.RuleEdit edit -> describe(edit.rule());
            case Change.RuleRemoval removal -> describe(removal.rule());
            case Change.PinEdit edit -> edit.pin();
            case Change.RuleAddition _,
                    Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.Unstaged _ -> null;
        };
    }

    private static String describe(RuleId rule) {
        return "rule " + rule;
    }

    private static String describe(ReleaseName release) {
        return "release '" + release + "'";
    }
}
