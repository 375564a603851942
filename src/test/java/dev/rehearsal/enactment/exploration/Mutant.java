package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Altered.forSet;
import static dev.rehearsal.enactment.exploration.Altered.ownItems;
import static dev.rehearsal.enactment.exploration.Altered.passOf;
import static dev.rehearsal.enactment.exploration.Altered.unheld;
import static dev.rehearsal.enactment.exploration.Altered.with;
import static dev.rehearsal.enactment.exploration.Altered.withGrant;
import static dev.rehearsal.enactment.exploration.Altered.withGrants;
import static dev.rehearsal.enactment.exploration.Altered.withShutoffs;
import static dev.rehearsal.enactment.exploration.Altered.withoutChannels;
import static dev.rehearsal.enactment.exploration.Altered.withoutGivers;
import static dev.rehearsal.enactment.exploration.FaultyJudges.NOBODY;
import static dev.rehearsal.enactment.exploration.FaultyJudges.changing;
import static dev.rehearsal.enactment.exploration.FaultyJudges.evidenceOf;
import static dev.rehearsal.enactment.exploration.FaultyJudges.forgiving;
import static dev.rehearsal.enactment.exploration.FaultyJudges.isAboutSignoffs;
import static dev.rehearsal.enactment.exploration.FaultyJudges.signing;
import static dev.rehearsal.enactment.exploration.FaultyJudges.unjudged;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Decision.Plan;
import dev.rehearsal.enactment.Decision.Situation;
import dev.rehearsal.enactment.DecisionRules;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Lens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** The decision with one fault put back that it had once. */
enum Mutant {
    JUDGES_SETS_AMONG_OTHERS_THAN_GO(Attack.CHECKED_STATE_IS_NOT_THE_APPLIED_STATE) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    Plan plan = super.plan(world, set, now, scope);
                    if (plan.obstacles().isEmpty()
                            || set.isConfiguration()
                            || super.readiness(world, set, now).alone().obstacles().stream()
                                    .noneMatch(Obstacle.InConflict.class::isInstance)) {
                        return plan;
                    }
                    List<ChangeSet> going = new ArrayList<>(now.queue().stream()
                            .filter(other ->
                                    other.id().equals(set.id()) || ChangeSet.QUEUE_ORDER.compare(other, set) < 0)
                            .filter(other -> super.readiness(world, other, now).inTurn().obstacles().stream()
                                    .allMatch(Obstacle.InConflict.class::isInstance))
                            .toList());
                    return going.contains(set) ? unjudged(now, going, plan) : plan;
                }
            };
        }
    },
    LOOKS_AT_THE_LIVE_END_OF_A_MAPPING_ALONE(Attack.ONE_OF_TWO_TOUCHED_OBJECTS_IS_CHECKED) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && RowKinds.MAPPINGS.in(set.changes()).findAny().isPresent());
        }
    },
    BELIEVES_TIME_STAMPS(Attack.FRESHNESS_BY_TIME_STAMP) {
        @Override
        Judge judge() {
            return signing((signoff, set, digest) -> !signoff.at().isBefore(set.contentAt()));
        }
    },
    ASKS_FOR_WHAT_IS_NAMED_ALONE(
            Attack.A_PART_IS_REACHED_NOT_NAMED, Attack.A_MISSING_PART_IS_MADE, Attack.A_PIN_IS_REACHED_NOT_NAMED) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && set.changes().stream()
                            .allMatch(change -> change instanceof Change.PinEdit
                                    || change instanceof Change.ReleaseEdit
                                    || change instanceof Change.ReleaseAddition));
        }
    },
    SIGNS_THE_FIELDS_OF_A_SET_ALONE(
            Attack.BROUGHT_IN_NOT_SIGNED, Attack.A_TEST_CHANNEL_IS_UNMAPPED_WITH_MORE_THAN_WAS_SIGNED) {
        @Override
        Judge judge() {
            return signing((signoff, set, digest) -> ownItems(signoff.items()).equals(ownItems(digest.hashed())));
        }
    },
    SIGNS_WITHOUT_SAYING_FOR_WHOM(Attack.SIGNED_WHEN_IT_DID_NOT_TOUCH_THE_CHANNEL) {
        @Override
        Judge judge() {
            return signing((signoff, set, digest) ->
                    withoutChannels(signoff.items()).equals(withoutChannels(digest.hashed())));
        }
    },
    GOES_BACK_TO_WHAT_NOBODY_TESTED(Attack.THE_WAY_BACK_TO_WHAT_ONLY_BROKEN_GLASS_KNOWS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean servedLately(World world, TestedState state) {
                    return super.servedLately(world, state) || world.untested.contains(state);
                }
            };
        }
    },
    TAKES_THE_AUTHOR_FOR_THE_WRITER(Attack.LOST_PROVENANCE) {
        @Override
        Judge judge() {
            return changing(
                    Altered::byAuthor,
                    situation -> new Situation(
                            situation.live(),
                            situation.queue().stream().map(Altered::byAuthor).toList(),
                            situation.context(),
                            situation.at()));
        }
    },
    FORGETS_WHO_WROTE_WHAT_IS_LIVE(Attack.WHO_WROTE_WHAT_IS_BROUGHT_IN_SIGNS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Provenance provenance(World world) {
                    return NOBODY;
                }
            };
        }
    },
    PASSES_OVER_THE_GATES_OF_ALL(Attack.OVERRIDE_WIDER_THAN_ITS_REASON) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    boolean given = !scope.sets().isEmpty();
                    return super.plan(
                            world,
                            set,
                            now,
                            given
                                    ? new BreakGlassScope(Set.copyOf(now.queue().stream()
                                            .map(ChangeSet::id)
                                            .toList()))
                                    : scope);
                }
            };
        }
    },
    TAKES_GUARDS_AWAY_FOR_ANYBODY(Attack.A_GATE_IS_TAKEN_AWAY_FIRST, Attack.A_REQUIREMENT_IS_TAKEN_AWAY_FIRST) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && set.changes().stream()
                            .anyMatch(change -> change instanceof RowChange<?> row
                                    && row.after() == null
                                    && (row.kind() == RowKinds.GATES || row.kind() == RowKinds.REQUIREMENTS)));
        }
    },
    NEVER_DISARMS(Attack.ARMED_FOR_EVER) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Map<ChangeSet, List<Obstacle>> unfit(World world, Situation now) {
                    return Map.of();
                }
            };
        }
    },
    TAKES_EQUAL_ROWS_FOR_ONE(Attack.EQUAL_CONTENT_TAKEN_FOR_IDENTITY, Attack.A_RELEASE_OF_THAT_NAME_IS_TAKEN_UP) {
        @Override
        Judge judge() {
            return changing(
                    Altered::withoutVersions,
                    situation -> new Situation(
                            situation.live(),
                            situation.queue().stream()
                                    .map(Altered::withoutVersions)
                                    .toList(),
                            withShutoffs(situation.context()),
                            situation.at()));
        }
    },
    TAKES_NAMES_FOR_PEOPLE(Attack.A_SIGNER_IS_ONLY_A_NAME, Attack.A_TESTER_IS_ONLY_A_NAME) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    World forgetful = world.copy();
                    forgetful.verdicts = world.verdicts.stream()
                            .map(verdict -> withGrants(verdict, world))
                            .toList();
                    return super.plan(forgetful, set, with(now, known -> withGrant(known, now.context())), scope);
                }
            };
        }
    },
    LETS_AUTHORS_TEST(Attack.THE_AUTHOR_TESTS_THEIR_OWN_CHANGE) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    Plan plan = super.plan(world, set, now, scope);
                    boolean passed = !plan.obstacles().isEmpty()
                            && plan.obstacles().stream()
                                    .allMatch(obstacle -> obstacle instanceof Obstacle.GateClosed(GateFinding finding)
                                            && new GateCheck(
                                                            now.context().gates(),
                                                            world.people.values(),
                                                            evidenceOf(world))
                                                    .finding(finding.gate(), finding.state())
                                                    .isOpen());
                    return passed ? unjudged(now, List.of(set), plan) : plan;
                }
            };
        }
    },
    IGNORES_REQUESTED_CHANGES(Attack.CHANGES_ARE_REQUESTED_IN_VAIN) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> obstacle instanceof Obstacle.ChangesRequested);
        }
    },
    LETS_ANYBODY_ANSWER(Attack.SOMEBODY_ELSE_ANSWERS_A_REQUEST) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean ends(ChangeSet set, Actor by) {
                    return true;
                }
            };
        }
    },
    TAKES_BACK_WHAT_A_NAMESAKE_REQUESTED(Attack.WHO_REQUESTED_CHANGES_IS_ONLY_A_NAME) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean takesBack(Comment request, Person person) {
                    return request.by().name().equals(person.name());
                }
            };
        }
    },
    BREAKS_MORE_THAN_GLASS(Attack.THE_GLASS_IS_BROKEN_OVER_A_REQUEST) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    return super.plan(
                            world,
                            set,
                            scope.sets().isEmpty()
                                    ? now
                                    : new Situation(
                                            now.live(),
                                            now.queue(),
                                            now.context().with(Map.of()),
                                            now.at()),
                            scope);
                }
            };
        }
    },
    IGNORES_STOPPED_ROLLOUTS(Attack.A_STEP_OF_A_STOPPED_ROLLOUT_GOES, Attack.A_STOPPED_STEP_IS_HELD_AND_RESUMED) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> obstacle instanceof Obstacle.PlanWaits);
        }
    },
    PASSES_OVER_STOPPED_ROLLOUTS(Attack.THE_GLASS_IS_BROKEN_OVER_A_STOPPED_ROLLOUT) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    return super.plan(world, set, scope.sets().isEmpty() ? now : unheld(now), scope);
                }
            };
        }
    },
    TAKES_STOPPED_STEPS_ALONG(Attack.A_STOPPED_STEP_GOES_ALONG) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    boolean isHeld = now.context().holdOf(set.id()).isPresent();
                    return super.plan(world, set, isHeld ? now : unheld(now), scope);
                }
            };
        }
    },
    LETS_ANYBODY_GO_ON(Attack.WHO_MAY_NOT_WRITE_RULES_GOES_ON) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean mayGoOn(Person person) {
                    return true;
                }
            };
        }
    },
    CHANGES_WHAT_IS_FROZEN(Attack.A_FROZEN_CHANNEL_CHANGES) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> obstacle instanceof Obstacle.Frozen);
        }
    },
    THAWS_FOR_ANYBODY(Attack.A_FREEZE_IS_TAKEN_AWAY_FIRST) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && RowKinds.FREEZE_WINDOWS.in(set.changes()).findAny().isPresent());
        }
    },
    PASSES_OVER_THE_FREEZES_OF_ALL(Attack.A_FREEZE_IS_PASSED_OVER_FOR_ANOTHER_SET) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    return super.plan(
                            world,
                            set,
                            now,
                            scope.over().contains(BreakGlassScope.Over.FREEZES)
                                    ? new BreakGlassScope(
                                            Set.copyOf(now.queue().stream()
                                                    .map(ChangeSet::id)
                                                    .toList()),
                                            scope.over())
                                    : scope);
                }
            };
        }
    },
    IGNORES_GUARD_RAILS(Attack.A_GUARD_RAIL_IS_NOT_KEPT) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> obstacle instanceof Obstacle.RailInTheWay);
        }
    },
    TAKES_THE_FINDING_OF_ANOTHER_STATE(Attack.A_FINDING_OF_ANOTHER_STATE_COUNTS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Optional<RailJudgement> judgement(World world, RailedStep step) {
                    return world.judgements.entrySet().stream()
                            .filter(judged -> judged.getKey().liveChannel().equals(step.liveChannel()))
                            .map(Map.Entry::getValue)
                            .filter(judgement -> judgement.result() == RailJudgement.Result.PASS)
                            .findFirst()
                            .or(() -> super.judgement(world, step));
                }
            };
        }
    },
    LETS_WRITERS_PASS_OVER_GUARD_RAILS(Attack.A_WRITER_PASSES_OVER_A_GUARD_RAIL) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean mayPassOver(Actor by, Readiness readiness) {
                    return true;
                }

                @Override
                List<RailPass> passes(World world, RailedStep step) {
                    return super.passes(world, step).stream()
                            .map(pass -> passOf(
                                    pass,
                                    step,
                                    Cast.CYD,
                                    world.context().person(Cast.CYD).grantOf(Cast.QA)))
                            .toList();
                }
            };
        }
    },
    PASSES_OVER_GUARD_RAILS_FOR_ANY_STATE(Attack.A_PASS_OVER_ANOTHER_STATE_COUNTS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                List<RailPass> passes(World world, RailedStep step) {
                    return world.passes.stream()
                            .map(pass -> passOf(pass, step, pass.by(), pass.grant()))
                            .toList();
                }
            };
        }
    },
    PASSES_OVER_GUARD_RAILS_FOR_ANY_SET(Attack.A_PASS_COUNTS_FOR_WHAT_DOES_THE_SAME_LATER) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                List<RailPass> passes(World world, RailedStep step) {
                    return super.passes(world, step).stream()
                            .flatMap(pass -> LongStream.rangeClosed(
                                            0, 2 * pass.set().value() + MANY)
                                    .mapToObj(set -> forSet(pass, new ChangeSetId(set))))
                            .toList();
                }
            };
        }
    },
    TAKES_GUARD_RAILS_AWAY_FOR_ANYBODY(Attack.A_GUARD_RAIL_IS_TAKEN_AWAY_FIRST) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && RowKinds.GUARD_RAILS.in(set.changes()).findAny().isPresent());
        }
    },
    KEEPS_OLD_SIGNOFFS(Attack.AN_OLD_SIGNOFF_COUNTS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                DecisionRules rules() {
                    return new DecisionRules(false, Lens.EVERYTHING);
                }
            };
        }
    },
    KEEPS_OLD_PASSES(Attack.AN_OLD_PASS_COUNTS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Instant passesCountSince(World world) {
                    return Instant.MIN;
                }
            };
        }
    },
    PASSES_OVER_SIGNOFFS_FOR_ANYBODY(
            Attack.ONE_PERSON_PASSES_OVER_SIGNOFFS, Attack.WHOSE_ROLE_IS_NOT_URGENT_PASSES_OVER_SIGNOFFS) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                    Plan plan = super.plan(world, set, now, scope);
                    boolean unsignedAlone = !plan.obstacles().isEmpty()
                            && plan.obstacles().stream()
                                    .allMatch(obstacle ->
                                            isAboutSignoffs(obstacle) || obstacle instanceof Obstacle.TooFewUrgent);
                    return unsignedAlone && scope.over().contains(BreakGlassScope.Over.SIGNOFFS)
                            ? unjudged(now, List.of(set), plan)
                            : plan;
                }
            };
        }
    },
    NAMES_URGENT_ROLES_FOR_ANYBODY(Attack.A_ROLE_IS_MADE_URGENT_FIRST) {
        @Override
        Judge judge() {
            return forgiving((set, obstacle) -> isAboutSignoffs(obstacle)
                    && RowKinds.URGENT_ROLES.in(set.changes()).findAny().isPresent());
        }
    },
    MIRRORS_FOR_EVER(Attack.THE_MIRROR_WRITES_ONCE_TAKEN_OVER) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean mayMirror(World world) {
                    return world.following != null;
                }
            };
        }
    },
    COUNTS_WHAT_WAS_SIGNED_ELSEWHERE(Attack.WHAT_WAS_SIGNED_THERE_COUNTS_HERE) {
        @Override
        Judge judge() {
            return signing((signoff, set, digest) -> signoff.digest() == null);
        }
    },
    TAKES_OVER_WHAT_IS_DUE(Attack.WHAT_WAS_DUE_THERE_GOES_LIVE_BY_ITSELF) {
        @Override
        Judge judge() {
            return new Judge() {
                @Override
                boolean isDisarmedByTakeOver(World world, ChangeSet set) {
                    return false;
                }
            };
        }
    },
    TAKES_THE_WORD_OF_WHOM_A_WRITER_MADE(Attack.INDIRECT_GRANT, Attack.A_TESTER_IS_MADE) {
        @Override
        Judge judge() {
            return changing(set -> set, situation -> {
                ApprovalContext known = situation.context();
                Map<Actor, Person> people = new HashMap<>();
                known.people().forEach((actor, person) -> people.put(actor, withoutGivers(person)));
                return new Situation(
                        situation.live(),
                        situation.queue(),
                        new ApprovalContext(
                                people,
                                known.policy(),
                                known.gates(),
                                known.rails(),
                                known.mappings(),
                                known.shutoffs(),
                                known.signoffs(),
                                known.guardHistory(),
                                known.freezes(),
                                Map.of(),
                                known.requests(),
                                known.holds()),
                        situation.at());
            });
        }
    };

    /** More sets than any attack makes. */
    private static final long MANY = 100;

    private final List<Attack> lets;

    Mutant(Attack... lets) {
        this.lets = List.of(lets);
    }

    /** Returns the attacks that it lets through. */
    List<Attack> lets() {
        return lets;
    }

    abstract Judge judge();
}
