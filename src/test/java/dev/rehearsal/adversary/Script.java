package dev.rehearsal.adversary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Ways past the others that have worked somewhere, as far as they are the same whoever goes them: who does what to which
 * row is left to chance, and steps that are refused are left out.
 */
final class Script {

    /** What is tried. */
    enum Plot {
        /** A signed set meets others about its rule, signed or not, in whatever order they are due. */
        CONFLICT_IN_ITS_TURN,
        /** A guarded channel is mapped as a test channel of a free one. */
        MAPPED_AWAY,
        /** A draft of a release is submitted once the rule that leads to it is signed. */
        SUBMITTED_BEHIND,
        /** What a guarded rule reaches is written at its other end. */
        REACHED,
        /** A free rule is written after others have signed that it becomes a guarded one. */
        BROUGHT_IN,
        /** A release that only a signed set leads to is written. */
        RESPUN,
        /** Who wrote a draft signs what somebody else submits. */
        SUBMITTED_BY_ANOTHER,
        /** Who wrote what was copied signs the copy. */
        COPIED,
        /** Break-glass of a set takes another one along. */
        OVERRIDE,
        /** Who writes a set gives somebody the role, or makes a token for them. */
        PUPPET,
        /** A gate goes, a set goes live, a gate comes. */
        GUARD_AWAY,
        /** A set that could not go when it was due can go again, since somebody rolls its rule back. */
        ARMED,
        /** Who signed, passed or has a token is removed and made anew. */
        REBORN,
        /** What was signed in one emergency ends the next one. */
        NEXT_EMERGENCY,
        /** Who wrote it tests it. */
        OWN_TEST,
        /** A role is taken and given back. */
        ROLE_AGAIN,
        /** Changes are requested of a set that is agreed to; others answer, or who comes back under that name takes it back. */
        REQUESTED,
        /** A rollout is stopped that is agreed to; others try to make its step live all the same. */
        STOPPED,
        /** What somebody failed goes live once others lift that. */
        FAILED,
        /** A rule goes back to what it was. */
        GONE_BACK,
        /** A set is edited, held, resumed or put off after it was signed. */
        CHANGED_AFTER,
        /** A rule is to serve some and have nothing for the others, which a guard rail keeps out. */
        AGAINST_A_RAIL
    }

    private final Scene scene;
    private final Acts acts;

    Script(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void play(Plot plot) {
        switch (plot) {
            case CONFLICT_IN_ITS_TURN -> {
                long rule = rule(0);
                propose(scene.ideas.ruleEdit(rule)).ifPresent(this::agree);
                propose(scene.ideas.ruleEdit(rule), scene.ideas.any());
                propose(scene.ideas.ruleEdit(rule), scene.ideas.ruleEdit(rule(3)))
                        .ifPresent(this::agree);
                ticks(4);
                anybody(Kind.RESOLVE);
                ticks(1);
            }
            case MAPPED_AWAY -> {
                Optional<KnownSet> map = propose(scene.ideas.mapEsr());
                anybody(Kind.MAP);
                anybody(Kind.MAP);
                map.ifPresent(this::agree);
                anybody(Kind.DIRECT_RULE, () -> acts.tables.editRule(rule(3), scene.ideas.columns()));
                ticks(2);
                anybody(Kind.UNMAP);
            }
            case SUBMITTED_BEHIND -> {
                String release = scene.world.release(2 + scene.random.nextInt(2));
                Optional<KnownSet> draft = draft(scene.ideas.releaseEdit(release));
                Optional<KnownSet> rule = propose(scene.ideas.ruleEdit(rule(0), Map.of("mapping", release)));
                rule.ifPresent(this::agree);
                draft.ifPresent(set -> anybody(Kind.SUBMIT, set));
                ticks(3);
            }
            case REACHED -> {
                for (Kind kind : shuffled(
                        List.of(Kind.DIRECT_PART, Kind.MAKE_PART, Kind.PIN, Kind.DIRECT_LOCALE, Kind.DIRECT_RELEASE))) {
                    anybody(kind);
                }
                propose(scene.ideas.pin()).ifPresent(this::agree);
                ticks(2);
            }
            case BROUGHT_IN -> {
                propose(scene.ideas.ruleEdit(rule(3), Map.of("channel", World.GUARDED)))
                        .ifPresent(this::agree);
                anybody(
                        Kind.DIRECT_RULE,
                        () -> acts.tables.editRule(
                                rule(3),
                                scene.random.nextBoolean()
                                        ? Map.of("version", "<2.0")
                                        : Map.of("mapping", scene.world.release(2))));
                ticks(2);
            }
            case RESPUN -> {
                String release = scene.world.release(scene.random.nextBoolean() ? 2 : 3);
                propose(scene.ideas.ruleEdit(rule(scene.random.nextInt(3)), Map.of("mapping", release)))
                        .ifPresent(this::agree);
                anybody(
                        Kind.DIRECT_RELEASE,
                        () -> acts.tables.writeRelease(
                                scene.random.nextInt(3) == 0 ? scene.world.release(0) : release));
                ticks(2);
            }
            case SUBMITTED_BY_ANOTHER -> {
                draft(scene.ideas.ruleEdit(rule(0))).ifPresent(set -> {
                    others(Kind.SUBMIT, set, acts.lastActor());
                    agree(set);
                });
                ticks(2);
            }
            case COPIED -> {
                propose(scene.ideas.ruleEdit(rule(0))).ifPresent(set -> {
                    others(Kind.COPY, set, acts.lastActor());
                    KnownSet copy = scene.latest;
                    anybody(Kind.WITHDRAW, set);
                    if (copy != null && copy != set) {
                        anybody(Kind.SUBMIT, copy);
                        agree(copy);
                    }
                });
                ticks(2);
            }
            case OVERRIDE -> {
                Optional<KnownSet> one = propose(scene.ideas.ruleEdit(rule(0)));
                Optional<KnownSet> other = propose(scene.ideas.ruleEdit(rule(scene.random.nextInt(3))));
                one.ifPresent(this::agree);
                other.ifPresent(this::agree);
                other.ifPresent(set -> anybody(Kind.BREAK_GLASS, set));
                ticks(2);
            }
            case PUPPET -> {
                propose(scene.ideas.ruleEdit(rule(scene.random.nextInt(3)))).ifPresent(set -> {
                    Someone writer = acts.lastActor();
                    for (int i = 0; i < 3; i++) {
                        acts.attempt(scene.random.nextBoolean() ? Kind.GIVE_ROLE : Kind.TOKEN, writer, (KnownSet) null);
                    }
                    agree(set);
                });
                ticks(2);
            }
            case GUARD_AWAY -> {
                propose(scene.ideas.gate()).ifPresent(this::agree);
                propose(scene.ideas.gate()).ifPresent(this::agree);
                anybody(Kind.GATE);
                anybody(Kind.UNGATE);
                anybody(Kind.RAIL);
                propose(scene.ideas.rail()).ifPresent(this::agree);
                propose(scene.ideas.rail()).ifPresent(this::agree);
                anybody(Kind.UNRAIL);
                anybody(Kind.FREEZE);
                propose(scene.ideas.ruleEdit(rule(3))).ifPresent(this::agree);
                ticks(1);
                anybody(Kind.THAW);
                propose(scene.ideas.ruleEdit(rule(0))).ifPresent(this::agree);
                ticks(2);
                anybody(Kind.GATE);
            }
            case ARMED -> {
                long rule = rule(scene.random.nextInt(5));
                Map<String, Object> row = scene.tables.rule(rule);
                propose(scene.ideas.ruleEdit(rule, Map.of("mapping", scene.world.release(2))))
                        .ifPresent(this::agree);
                now(scene.ideas.ruleEdit(rule, Map.of("mapping", scene.world.release(3))));
                ticks(1);
                anybody(Kind.DRAFT);
                if (scene.random.nextInt(3) == 0) {
                    anybody(Kind.RESOLVE);
                }
                now(scene.ideas.ruleEdit(rule, Map.of("mapping", row.getOrDefault("mapping", scene.world.release(1)))));
                ticks(3);
            }
            case REBORN -> {
                propose(scene.ideas.ruleEdit(rule(scene.random.nextInt(3)))).ifPresent(this::agree);
                anybody(Kind.REMOVE_PERSON);
                anybody(Kind.MAKE_PERSON);
                anybody(Kind.GIVE_ROLE);
                ticks(3);
                scene.people.forEach(someone -> acts.attempt(Kind.SCHEDULE, someone, (KnownSet) null));
            }
            case NEXT_EMERGENCY -> {
                String channel = scene.random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED;
                anybody(Kind.SHUT_OFF, () -> acts.tables.shutOff(channel));
                propose(scene.ideas.serveAgain(channel)).ifPresent(this::agree);
                propose(scene.ideas.serveAgain(channel)).ifPresent(this::agree);
                ticks(1);
                anybody(Kind.SHUT_OFF, () -> acts.tables.shutOff(channel));
                ticks(3);
            }
            case OWN_TEST -> {
                propose(scene.ideas.ruleEdit(rule(0))).ifPresent(set -> {
                    Someone writer = acts.lastActor();
                    acts.attempt(Kind.PASS, writer, set);
                    acts.attempt(Kind.PASS, writer, set);
                    acts.attempt(Kind.SIGN, writer, set);
                    sign(set);
                });
                ticks(2);
            }
            case ROLE_AGAIN -> {
                propose(scene.ideas.ruleEdit(rule(scene.random.nextInt(3)))).ifPresent(this::agree);
                for (int i = 0; i < 4; i++) {
                    anybody(Kind.TAKE_ROLE);
                }
                for (int i = 0; i < 4; i++) {
                    anybody(Kind.GIVE_ROLE);
                }
                ticks(2);
            }
            case REQUESTED -> {
                propose(scene.ideas.ruleEdit(rule(0))).ifPresent(set -> {
                    agree(set);
                    anybody(Kind.REQUEST_CHANGES, set);
                    ticks(1);
                    anybody(Kind.ANSWER, set);
                    anybody(Kind.BREAK_GLASS, set);
                    anybody(Kind.TAKE_BACK, set);
                });
                ticks(2);
            }
            case STOPPED -> {
                if (anybody(Kind.PLAN, () -> acts.rollouts.plan(rule(0))) && scene.latest != null) {
                    KnownSet set = scene.latest;
                    agree(set);
                    anybody(Kind.STOP, set);
                    ticks(1);
                    for (Kind kind : shuffled(List.of(Kind.ENACT, Kind.BREAK_GLASS, Kind.HOLD, Kind.RESUME))) {
                        anybody(kind, set);
                    }
                    ticks(2);
                    anybody(Kind.GO_ON, set);
                }
                ticks(2);
            }
            case FAILED -> {
                propose(scene.ideas.ruleEdit(rule(0))).ifPresent(set -> {
                    agree(set);
                    anybody(Kind.FAIL, set);
                    anybody(Kind.FAIL, set);
                    ticks(1);
                    anybody(Kind.LIFT);
                    anybody(Kind.LIFT);
                });
                ticks(2);
            }
            case GONE_BACK -> {
                for (int place : shuffled(List.of(0, 3))) {
                    long rule = rule(place);
                    now(scene.ideas.ruleEdit(rule));
                }
                if (anybody(Kind.GO_BACK) && scene.latest != null) {
                    agree(scene.latest);
                }
                ticks(2);
            }
            case AGAINST_A_RAIL -> {
                anybody(Kind.RAIL);
                propose(scene.ideas.rail()).ifPresent(this::agree);
                propose(scene.ideas.rail()).ifPresent(this::agree);
                ticks(2);
                propose(scene.ideas.ruleEdit(
                                rule(scene.random.nextBoolean() ? 0 : 2),
                                Map.of("backgroundRate", 50, "fallbackMapping", Change.NOTHING)))
                        .ifPresent(set -> {
                            agree(set);
                            ticks(1);
                            for (Kind kind : shuffled(List.of(Kind.UNRAIL, Kind.EDIT, Kind.ENACT))) {
                                anybody(kind, set);
                            }
                            shuffled(scene.present()).forEach(one -> acts.attempt(Kind.PASS_OVER, one, set));
                            for (Kind kind :
                                    shuffled(List.of(Kind.PASS_OVER_NO_MORE, Kind.BREAK_GLASS, Kind.DIRECT_RULE))) {
                                anybody(kind, set);
                            }
                            agree(set);
                        });
                ticks(3);
            }
            case CHANGED_AFTER -> {
                propose(scene.ideas.any()).ifPresent(set -> {
                    agree(set);
                    for (Kind kind : shuffled(List.of(Kind.EDIT, Kind.HOLD, Kind.RESUME, Kind.RESCHEDULE))) {
                        anybody(kind, set);
                    }
                    anybody(Kind.RESUME, set);
                });
                ticks(3);
            }
        }
    }

    private long rule(int place) {
        return List.copyOf(scene.world.rules.keySet()).get(place);
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, scene.random);
        return shuffled;
    }

    private Optional<KnownSet> propose(Change... changes) {
        return proposed(Kind.SCHEDULE, false, changes);
    }

    private Optional<KnownSet> draft(Change... changes) {
        return proposed(Kind.DRAFT, true, changes);
    }

    private Optional<KnownSet> proposed(Kind kind, boolean draft, Change... changes) {
        boolean accepted = anybody(kind, () -> acts.sets.propose(draft, List.of(changes)));
        return accepted ? Optional.ofNullable(scene.latest) : Optional.empty();
    }

    /** Makes something live as soon as may be, directly or by a set of its own. */
    private void now(Change change) {
        if (!anybody(Kind.DIRECT_RULE, () -> acts.tables.editRule(change.rule(), change.columns()))) {
            propose(change).ifPresent(set -> {
                agree(set);
                anybody(Kind.ENACT, set);
            });
        }
    }

    private void agree(KnownSet set) {
        sign(set);
        for (int i = 0; i < 3; i++) {
            anybody(Kind.PASS, set);
        }
    }

    private void sign(KnownSet set) {
        shuffled(scene.present()).forEach(someone -> acts.attempt(Kind.SIGN, someone, set));
    }

    private boolean anybody(Kind kind) {
        return first(someone -> acts.attempt(kind, someone, (KnownSet) null));
    }

    private boolean anybody(Kind kind, KnownSet set) {
        return first(someone -> acts.attempt(kind, someone, set));
    }

    private boolean anybody(Kind kind, BooleanSupplier act) {
        return first(someone -> acts.attempt(kind, someone, act));
    }

    private void others(Kind kind, KnownSet set, Someone than) {
        first(someone -> someone != than && acts.attempt(kind, someone, set));
    }

    private boolean first(Predicate<Someone> attempt) {
        return shuffled(scene.present()).stream().anyMatch(attempt);
    }

    private void ticks(int count) {
        for (int i = 0; i < count && scene.broken.isEmpty(); i++) {
            acts.attempt(Kind.TICK, scene.people.getFirst(), (KnownSet) null);
        }
        scene.place.clock.advance(Duration.ofMillis(1));
    }
}
