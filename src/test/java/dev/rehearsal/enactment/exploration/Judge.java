package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.RailCheck;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.DecisionRules;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.enactment.RailQuestion;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.RequestRights;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Lens;
import dev.rehearsal.staging.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks the product's decision about one world; a mutant overrides what it gets wrong. */
class Judge {

    private static final int MOST_REMEMBERED = 500;

    private World asked = new World();
    private final Map<Tables, Decision> byLive = new IdentityHashMap<>();

    /** What the world knows of who wrote what; empty where the record is lost. */
    Provenance provenance(World world) {
        return new Provenance() {
            @Override
            public Map<String, Set<Actor>> ofParts(Release live) {
                return world.partsWritten.getOrDefault(live.name(), Map.of());
            }

            @Override
            public List<RuleVersion> ofRule(Rule live) {
                return world.rulesWritten.getOrDefault(live.id(), List.of());
            }

            @Override
            public Set<Actor> ofPin(Pins.Key pin) {
                return world.pinsWritten.getOrDefault(pin, Set.of());
            }
        };
    }

    boolean servedLately(World world, TestedState state) {
        return world.served.contains(state);
    }

    DecisionRules rules() {
        return new DecisionRules(false, Lens.EVERYTHING, Duration.ofHours(Cast.HOURS));
    }

    Instant passesCountSince(World world) {
        return world.at().minus(Duration.ofHours(Cast.HOURS));
    }

    private final class AskedProvenance implements Provenance {
        @Override
        public Map<String, Set<Actor>> ofParts(Release live) {
            return provenance(asked).ofParts(live);
        }

        @Override
        public List<RuleVersion> ofRule(Rule live) {
            return provenance(asked).ofRule(live);
        }

        @Override
        public Set<Actor> ofPin(Pins.Key pin) {
            return provenance(asked).ofPin(pin);
        }
    }

    private final class AskedEvidence implements GateCheck.Evidence {
        @Override
        public List<Verdict> verdictsOn(TestedState state) {
            return asked.verdicts.stream()
                    .filter(verdict -> verdict.state().equals(state))
                    .toList();
        }

        @Override
        public boolean servedLately(TestedState state) {
            return Judge.this.servedLately(asked, state);
        }

        @Override
        public Instant passesCountSince() {
            return Judge.this.passesCountSince(asked);
        }
    }

    private final class AskedRails implements RailCheck.Evidence {
        @Override
        public Optional<RailJudgement> judgement(String terms, RailedStep step) {
            return Judge.this.judgement(asked, step);
        }

        @Override
        public List<RailPass> passes(RailedStep step) {
            return Judge.this.passes(asked, step);
        }
    }

    Optional<RailJudgement> judgement(World world, RailedStep step) {
        return Optional.ofNullable(world.judgements.get(step));
    }

    List<RailPass> passes(World world, RailedStep step) {
        return world.passes.stream().filter(pass -> pass.step().equals(step)).toList();
    }

    /** The first look at a state is dear, so each state has its own. */
    private Decision decision(World world, Tables live) {
        asked = world;
        if (byLive.size() > MOST_REMEMBERED) {
            byLive.clear();
        }
        return byLive.computeIfAbsent(
                live,
                unseen -> new Decision(
                        Cast.CONTENTS, new AskedProvenance(), new AskedEvidence(), new AskedRails(), rules()));
    }

    Decision.Plan plan(World world, ChangeSet set, Decision.Situation now, BreakGlassScope scope) {
        return decision(world, now.live()).plan(set, now, scope);
    }

    /** Whether an answer to a request for changes of a set ends it. */
    boolean ends(ChangeSet set, Actor by) {
        return RequestRights.ends(set, by);
    }

    boolean takesBack(Comment request, Person person) {
        return RequestRights.takesBack(request, person);
    }

    /** Whether somebody lets a stopped rollout go on: whoever may edit its rules. */
    boolean mayGoOn(Person person) {
        return person.may(new RequiredPermission(PermissionName.RULE, Action.MODIFY, Cast.PRODUCT));
    }

    /** Whether what a source shows is written here. */
    boolean mayMirror(World world) {
        return world.following != null && world.following.goesOn();
    }

    /** Whether the source that is followed decides what becomes of a set, and nobody here. */
    boolean isDecidedElsewhere(World world, ChangeSet set) {
        return world.following != null && world.following.decidesAlone(set);
    }

    /** Whether a set of the source has to be decided on before it goes live here. */
    boolean isDisarmedByTakeOver(World world, ChangeSet set) {
        return !set.due().isAfter(world.at());
    }

    /** Whether what somebody did has written nothing that the source shows. */
    final boolean leavesMirrored(World before, World after) {
        FollowState following = before.following;
        if (following == null) {
            return true;
        }
        Set<MirroredKind> written = EnumSet.noneOf(MirroredKind.class);
        if (!before.live.rules().equals(after.live.rules())) {
            written.add(MirroredKind.RULES);
        }
        if (!before.live.releases().equals(after.live.releases())) {
            written.add(MirroredKind.RELEASES);
        }
        if (!before.live.pins().equals(after.live.pins())) {
            written.add(MirroredKind.PINS);
        }
        if (!before.shutoffs.equals(after.shutoffs)) {
            written.add(MirroredKind.SHUTOFFS);
        }
        if (!before.policy.forChannels().equals(after.policy.forChannels())) {
            written.add(MirroredKind.REQUIREMENTS);
        }
        if (!before.people.equals(after.people)) {
            written.add(MirroredKind.PERMISSIONS);
        }
        Set<ChangeSet> sets = new HashSet<>(before.sets);
        sets.addAll(after.sets);
        sets.removeIf(set -> before.sets.contains(set)
                && after.sets.contains(set)
                && Objects.equals(before.signoffs.get(set.id()), after.signoffs.get(set.id())));
        return written.stream().noneMatch(following::mirrors) && sets.stream().noneMatch(following::decidesAlone);
    }

    boolean mayPassOver(Actor by, Readiness readiness) {
        return !readiness.alone().writers().contains(by);
    }

    List<RailQuestion> questions(World world, Decision.Situation now) {
        return decision(world, now.live()).questions(now);
    }

    Readiness readiness(World world, ChangeSet set, Decision.Situation now) {
        return decision(world, now.live()).readiness(set, now);
    }

    Map<ChangeSet, List<Obstacle>> unfit(World world, Decision.Situation now) {
        return decision(world, now.live()).unfit(now);
    }
}
