package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NeededPermissions;
import dev.rehearsal.enactment.Decision.Situation;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Lens;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the {@link Decision} with this installation's rules; reads verdicts and who wrote what, and changes nothing. */
@Component
public class ReadinessCheck {

    private final Decision decision;
    private final DecisionRules rules;

    ReadinessCheck(
            ReleaseContents contents,
            Provenance provenance,
            Verdicts verdicts,
            RailFindings railFindings,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign,
            @Value("${rehearsal.signoff.exempt:}") Set<String> exempt,
            @Value("${rehearsal.signoff.expires-after:#{null}}") @Nullable Duration signoffsExpireAfter) {
        this.rules = new DecisionRules(authorMaySign, ExemptKind.lens(exempt), signoffsExpireAfter);
        this.decision = new Decision(contents, provenance, verdicts, railFindings, rules);
    }

    /**
     * The kinds of change that an installation can exempt from signoffs that are asked for by effect, for automation
     * that works as with Balrog.
     */
    private enum ExemptKind {
        PINS("pins"),
        SUPERBLOB_PARTS("superblob-parts"),
        PARTIAL_SOURCES("partial-sources");

        private final String word;

        ExemptKind(String word) {
            this.word = word;
        }

        /** @throws IllegalArgumentException for a word that is none of them */
        static Lens lens(Set<String> words) {
            Set<ExemptKind> kinds = EnumSet.noneOf(ExemptKind.class);
            for (String word : words) {
                kinds.add(EnumSet.allOf(ExemptKind.class).stream()
                        .filter(kind -> kind.word.equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "rehearsal.signoff.exempt knows pins, superblob-parts and partial-sources, not '%s'"
                                        .formatted(word))));
            }
            return new Lens(!kinds.contains(PINS), !kinds.contains(SUPERBLOB_PARTS), !kinds.contains(PARTIAL_SOURCES));
        }
    }

    /**
     * Returns how a set stands in its turn, and alone.
     *
     * @param queue all pending sets in queue order; the set itself need not be among them
     */
    public Readiness readiness(ChangeSet set, Tables live, List<ChangeSet> queue, ApprovalContext now) {
        return decision.readiness(set, new Situation(live, queue, now, Instant.MIN));
    }

    /** Returns how each pending set stands; cost grows with rules plus changes, once. */
    public Map<ChangeSetId, Readiness> forecast(Tables live, List<ChangeSet> queue, ApprovalContext now) {
        return decision.forecast(new Situation(live, queue, now, Instant.MIN));
    }

    /** Returns what goes live with a set, or what is in the way. */
    public Decision.Plan plan(ChangeSet set, Situation now, BreakGlassScope passedOver) {
        return decision.plan(set, now, passedOver);
    }

    /** Returns the guarded pairs that stand behind rows of which Balrog asks for no signoff. */
    List<ProductChannel> guardedBehind(List<Change> changes, List<Transition> transitions, Situation now) {
        return decision.guardedBehind(changes, transitions, now);
    }

    /**
     * Returns how the due sets stand now, and which of them would go.
     *
     * @param known of an earlier state; null if nothing is
     */
    DueSets due(@Nullable DueSets known, Situation now) {
        return decision.due(known, now);
    }

    /** Returns the due sets that cannot go because of what they are, each with what stands against it. */
    public Map<ChangeSet, List<Obstacle>> unfit(Situation now) {
        return decision.unfit(now);
    }

    /** Returns what guard rails have not judged yet of what pending sets would do. */
    public List<RailQuestion> questions(Situation now) {
        return decision.questions(now);
    }

    /** Returns what signers would sign now, from what is known of an earlier state. */
    DigestIndex index(DigestIndex known, Situation now) {
        return decision.index(known, now);
    }

    /** Returns the rows of shutoffs and configuration that are not what they were when the set was saved. */
    public List<Obstacle.RowMoved> rowsMoved(ChangeSet set, ApprovalContext now) {
        return StepSequence.rowsMoved(set, now);
    }

    /** Whether a signoff counts no more because of its age. */
    boolean hasExpired(Signoff signoff, Instant now) {
        return rules.hasExpired(signoff, now);
    }

    /** Returns from when on time alone makes a difference to how sets stand, verdicts apart. */
    public Instant nextChange(ApprovalContext now) {
        return now.signoffs().values().stream()
                .flatMap(List::stream)
                .map(rules::endOf)
                .filter(end -> end.isAfter(now.at()))
                .reduce(now.freezes().nextChange(), (one, other) -> one.isBefore(other) ? one : other);
    }

    /**
     * Says whether this person's signoff would count, as far as the person goes.
     *
     * @param wrote everybody who wrote any of the set, or of what it brings in
     */
    public boolean maySign(Actor actor, Set<Actor> wrote, ApprovalContext now) {
        return new SignoffCount(now, rules, wrote, Set.of()).maySign(actor);
    }

    /**
     * Returns what somebody lacks who wants to change, hold or withdraw a set; each inner list is met by any one of its deeds.
     *
     * @param before the tables as the sets before it leave them
     */
    public List<List<RequiredPermission>> lacking(
            Actor actor, ChangeSet set, Tables live, Tables before, ApprovalContext now) {
        Person person = now.person(actor);
        return set.changes().stream()
                .filter(change -> NeededPermissions.madeWith(change, set.changes(), before)
                        .isEmpty())
                .flatMap(change -> NeededPermissions.of(change, List.of(live, before)).stream())
                .filter(anyOf -> anyOf.stream().noneMatch(person::may))
                .distinct()
                .toList();
    }
}
