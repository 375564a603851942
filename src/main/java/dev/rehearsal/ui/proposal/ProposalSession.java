package dev.rehearsal.ui.proposal;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.insight.preview.ChangePreview;
import dev.rehearsal.insight.preview.ChangePreviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A session of proposing serves all forms that end in a change set: it looks ahead, then saves, in the name of the
 * signed-in user.
 */
@Component
public class ProposalSession {

    private static final Messages MESSAGES = Messages.beside(ProposalSession.class);

    private static final int MOST_DRAFTS = 200;

    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final ChangePreviews prospects;
    private final SnapshotKeeper snapshots;
    private final SignedIn signedIn;
    private final Access access;
    private final Clock clock;

    public ProposalSession(
            ChangeSets changeSets,
            EnactmentService enactment,
            ChangePreviews prospects,
            SnapshotKeeper snapshots,
            SignedIn signedIn,
            Access access,
            Clock clock) {
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.prospects = prospects;
        this.snapshots = snapshots;
        this.signedIn = signedIn;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Returns what would come of it.
     *
     * @throws dev.rehearsal.problem.RefusedException if a change is wrong in itself or stale
     */
    public ChangePreview lookAhead(Schedule schedule, List<Proposal> changes) {
        ChangeSet into = schedule.into();
        Instant now = clock.instant();
        Instant due = schedule.due() == null ? now : schedule.due();
        return prospects.of(
                new NewChangeSet(
                        signedIn.actor(), schedule.title(), into == null ? due : into.due(), whole(into, changes)),
                into);
    }

    /** Returns a full hour about a day after this set can have gone live. */
    public Instant dayAfter(ChangeSet earlier) {
        Instant now = clock.instant();
        Instant live = earlier.due().isBefore(now) ? now : earlier.due();
        return live.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(25));
    }

    /** @throws dev.rehearsal.problem.RefusedException with what is in the way; nothing is written then */
    public ChangeSet save(Schedule schedule, List<Proposal> changes) {
        Actor author = signedIn.actor();
        ChangeSet into = schedule.into();
        if (into != null) {
            return changeSets.revise(
                    author, into.id(), into.dataVersion(), new Revision(null, null, whole(into, changes)));
        }
        return schedule.draft()
                ? changeSets.draft(author, schedule.title(), schedule.due(), changes)
                : changeSets.schedule(author, schedule.title(), schedule.due(), changes);
    }

    /** @throws dev.rehearsal.problem.RefusedException if signoffs are needed, besides what saving refuses */
    public ChangeSet enactAtOnce(String title, List<Proposal> changes) {
        return enactment.enactAtOnce(signedIn.actor(), title, changes);
    }

    /** A set that somebody writes into holds what it held, but for changes of the same rule or pin. */
    private static List<Proposal> whole(@Nullable ChangeSet into, List<Proposal> changes) {
        if (into == null) {
            return changes;
        }
        List<Object> written = changes.stream()
                .flatMap(change -> Stream.ofNullable(rowOf(change)))
                .toList();
        List<Proposal> whole = new ArrayList<>();
        for (Change kept : into.changes()) {
            Object row = kept instanceof Change.PinEdit pin ? pin.pin() : ChangeSet.ruleOf(kept);
            if (row == null || !written.contains(row)) {
                whole.add(new Proposal.Keep(kept));
            }
        }
        whole.addAll(changes);
        return whole;
    }

    /** The rule or pin that is written. */
    private static @Nullable Object rowOf(Proposal proposal) {
        return switch (proposal) {
            case Proposal.AddRule add -> add.id();
            case Proposal.EditRule edit -> edit.rule();
            case Proposal.RemoveRule remove -> remove.rule();
            case Proposal.SetPin set -> set.pin();
            default -> null;
        };
    }

    /** The drafts and pending sets of the signed-in user that more can be added to; configuration keeps to itself. */
    public List<ChangeSet> ownSets() {
        Actor actor = signedIn.actor();
        return Stream.concat(changeSets.inState("draft", MOST_DRAFTS).stream(), snapshots.current().queue().stream())
                .filter(set -> set.author().equals(actor))
                .filter(set -> !set.isConfiguration())
                .toList();
    }

    public Optional<ChangeSet> find(ChangeSetId id) {
        return changeSets.find(id);
    }

    /** Returns why the signed-in user may not do something; null if they may. */
    public @Nullable String whyNot(PermissionName permission, Action action, @Nullable String product) {
        RequiredPermission required = new RequiredPermission(permission, action, product);
        return access.may(signedIn.actor(), required) ? null : MESSAGES.get("lacks", required);
    }

    /** Says why not where it is not known yet for which of these products; null if for one, or for every product. */
    public @Nullable String whyNotAny(PermissionName permission, Action action, Collection<String> products) {
        String whyNot = whyNot(permission, action, null);
        boolean any = products.stream().anyMatch(product -> whyNot(permission, action, product) == null);
        return any ? null : whyNot;
    }

    public Actor actor() {
        return signedIn.actor();
    }
}
