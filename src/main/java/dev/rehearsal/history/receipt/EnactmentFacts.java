package dev.rehearsal.history.receipt;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.AfterEnactment.Together;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Step;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells who wrote, signed and passed a set, and what was passed over, as it was at the moment of its enactment. Pure.
 *
 * @param by who enacted it
 * @param address of a page by its path
 * @param verdicts on a state, in any order
 */
record EnactmentFacts(
        Together together,
        Actor by,
        Instant at,
        Function<String, String> address,
        Function<TestedState, List<Verdict>> verdicts) {

    Map<String, @Nullable Object> of(Step step, Optional<Map<String, @Nullable Object>> impact) {
        ChangeSet set = step.set();
        boolean isPassedOver = isPassedOver(step);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("timeVerified", time(at));
        facts.put("resourceUri", address.apply("changes/" + set.id()));
        facts.put("policy", policy(step));
        facts.put("verificationResult", isPassedOver ? Predicate.FAILED : Predicate.PASSED);
        facts.put("changeSet", changeSet(step));
        facts.put("writers", sorted(step.writers()));
        facts.put(
                "signoffs",
                step.ballot().counted().stream().map(EnactmentFacts::signoff).toList());
        facts.put(
                "gates",
                gatesOf(step).stream()
                        .map(finding -> GateFacts.of(finding, verdicts))
                        .toList());
        facts.put("guardRails", railsOf(step).stream().map(RailFacts::of).toList());
        facts.put("channels", channels(step));
        facts.put("breakGlass", isPassedOver ? breakGlass(step) : null);
        facts.put(
                "freezesOverridden",
                step.obstacles().stream()
                        .filter(Obstacle.Frozen.class::isInstance)
                        .map(Obstacle::sentence)
                        .toList());
        impact.ifPresent(foreseen -> facts.put("impactForeseen", foreseen));
        return facts;
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private Map<String, @Nullable Object> policy(Step step) {
        Map<String, @Nullable Object> policy = new LinkedHashMap<>();
        policy.put("uri", address.apply("signoffs"));
        policy.put(
                "signoffs",
                step.required().perRole().entrySet().stream()
                        .map(needed -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("role", needed.getKey().name());
                            told.put("needed", needed.getValue());
                            return told;
                        })
                        .toList());
        return policy;
    }

    private Map<String, @Nullable Object> changeSet(Step step) {
        ChangeSet set = step.set();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", set.id().value());
        told.put("title", set.title());
        told.put("author", set.author().name());
        told.put("due", time(set.due()));
        told.put("enactedBy", by.name());
        told.put("digest", step.digest().value());
        told.put(
                "together",
                together.steps().stream()
                        .map(other -> other.set().id())
                        .filter(id -> !id.equals(set.id()))
                        .map(id -> id.value())
                        .toList());
        return told;
    }

    private static Map<String, @Nullable Object> signoff(Signoff signoff) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("person", signoff.by().name());
        told.put("role", signoff.role().name());
        told.put("at", time(signoff.at()));
        told.put("digest", signoff.digest());
        return told;
    }

    /** Gates speak of what all sets together change: those of the channels that this one changes are its own. */
    private List<GateFinding> gatesOf(Step step) {
        Set<ProductChannel> changed = step.effects().stream().map(Effect::pair).collect(Collectors.toSet());
        return together.gates().stream()
                .filter(finding -> changed.contains(pair(finding.state())))
                .toList();
    }

    private static ProductChannel pair(TestedState state) {
        return new ProductChannel(
                state.product().equals(ProductChannel.ANY_OTHER) ? null : state.product(), state.liveChannel());
    }

    /** Guard rails speak of what all sets together change, as gates do. */
    private List<RailFinding> railsOf(Step step) {
        Set<String> changed =
                step.effects().stream().map(effect -> effect.pair().toString()).collect(Collectors.toSet());
        return together.rails().stream()
                .filter(finding -> changed.contains(finding.step().place()))
                .toList();
    }

    private static List<Map<String, Object>> channels(Step step) {
        return step.effects().stream()
                .sorted(Comparator.comparing((Effect effect) -> effect.pair().toString()))
                .map(effect -> {
                    String product = effect.pair().product();
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("product", product == null ? ProductChannel.ANY_OTHER : product);
                    told.put("channel", effect.pair().channel());
                    told.put("fingerprint", effect.fingerprintAfter().value());
                    return told;
                })
                .toList();
    }

    private boolean isPassedOver(Step step) {
        return together.reason() != null
                && together.passedOver().sets().contains(step.set().id());
    }

    private Map<String, @Nullable Object> breakGlass(Step step) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("by", by.name());
        told.put("reason", together.reason());
        told.put(
                "over",
                together.passedOver().over().stream()
                        .sorted()
                        .map(BreakGlassScope.Over::wireName)
                        .toList());
        List<String> stood = new ArrayList<>();
        step.obstacles().forEach(obstacle -> stood.add(obstacle.sentence()));
        gatesOf(step).stream().filter(finding -> !finding.isOpen()).forEach(finding -> stood.add(finding.sentence()));
        railsOf(step).stream().filter(finding -> !finding.isOpen()).forEach(finding -> stood.add(finding.sentence()));
        told.put("inTheWay", stood);
        return told;
    }

    private static List<String> sorted(Collection<Actor> people) {
        return people.stream().map(Actor::name).sorted().toList();
    }
}
