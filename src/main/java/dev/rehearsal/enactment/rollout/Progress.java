package dev.rehearsal.enactment.rollout;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a rollout tells how far it has come.
 *
 * @param steps in the order in which they go
 */
public record Progress(RolloutPlan plan, List<StandingStep> steps) {

    public Progress {
        steps = List.copyOf(steps);
    }

    /** Returns the first step that is neither live nor withdrawn. */
    public Optional<StandingStep> next() {
        return steps.stream().filter(step -> step.set().isOpen()).findFirst();
    }

    /** Returns the last step that is live. */
    public Optional<StandingStep> reached() {
        return steps.stream().filter(StandingStep::isLive).reduce((one, later) -> later);
    }

    /** Returns when the last step that is live went so; null where none is. */
    public @Nullable Instant since() {
        return reached().map(StandingStep::liveSince).orElse(null);
    }

    /**
     * Whether nothing has to be known for what was let go to go: it is the first step, or somebody has let the rollout go on
     * since the last one.
     */
    boolean isBySomebody() {
        Instant since = since();
        return since == null
                || !plan.standing().by().equals(RolloutService.ACTOR)
                        && !plan.standing().at().isBefore(since);
    }

    /** Returns from when on a step may go: not before its time, and not before the one before it has been live for a while. */
    public Instant earliest(StandingStep step) {
        Instant due = step.set().due();
        Instant since = since();
        Instant waited = since == null ? due : since.plus(step.step().soak());
        return waited.isAfter(due) ? waited : due;
    }

    /**
     * Says which rule is not any more as the last live step that wrote it left it: whoever changed it wanted something else.
     *
     * @param live as it is now
     * @param written the rules as sets left them, by the number of the set; those of an import are not known
     */
    Optional<String> undone(Tables live, Map<Long, List<Rule>> written) {
        Map<RuleId, StandingStep> last = new LinkedHashMap<>();
        steps.stream()
                .filter(StandingStep::isLive)
                .forEach(step -> step.set().changes().forEach(change -> {
                    RuleId rule = ChangeSet.ruleOf(change);
                    if (rule != null) {
                        last.put(rule, step);
                    }
                }));
        return last.entrySet().stream()
                .map(entry -> undone(
                        entry.getKey(),
                        entry.getValue(),
                        live.rules().get(entry.getKey()),
                        left(entry.getKey(), entry.getValue(), written)))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst();
    }

    private static Optional<Rule> left(RuleId id, StandingStep step, Map<Long, List<Rule>> written) {
        return written.getOrDefault(step.set().id().value(), List.of()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private static String undone(RuleId id, StandingStep step, @Nullable Rule rule, Optional<Rule> left) {
        if (rule == null) {
            return "rule %s is gone".formatted(id);
        }
        boolean isAsLeft = step.step().release().equals(rule.mapping()) && rule.backgroundRate() == step.percentage();
        return isAsLeft
                ? left.map(Progress::fields)
                        .map(Stream::of)
                        .orElseGet(() -> step.set().changes().stream().map(change -> fields(change, rule)))
                        .flatMap(fields -> otherwise(fields, rule))
                        .findFirst()
                        .orElse("")
                : "rule %s serves %s to %d %% now, not %s to %d %%: somebody changed it"
                        .formatted(
                                id,
                                rule.mapping() == null ? "nothing" : rule.mapping(),
                                rule.backgroundRate(),
                                step.step().release(),
                                step.percentage());
    }

    /** Returns everybody who wrote any of it. */
    Set<Actor> writers() {
        Set<Actor> writers = new HashSet<>();
        writers.add(plan.author());
        steps.forEach(step -> writers.addAll(step.set().contentBy()));
        return writers;
    }

    private static Map<RuleField, @Nullable Object> fields(Rule rule) {
        Map<RuleField, @Nullable Object> fields = new EnumMap<>(RuleField.class);
        EnumSet.allOf(RuleField.class).forEach(field -> fields.put(field, field.read(rule)));
        return fields;
    }

    /** Returns what a change says of a rule. */
    private static Map<RuleField, @Nullable Object> fields(Change change, Rule rule) {
        Map<RuleField, @Nullable Object> fields = new EnumMap<>(RuleField.class);
        if (change instanceof Change.RuleEdit edit && edit.rule().equals(rule.id())) {
            edit.fields().forEach((field, value) -> fields.put(field, value.value()));
        } else if (change instanceof Change.RuleAddition addition
                && addition.rule().id().equals(rule.id())) {
            fields.putAll(fields(addition.rule()));
        }
        return fields;
    }

    /** Says what of the rule is not as it was left; what is for people alone may be another. */
    private static Stream<String> otherwise(Map<RuleField, @Nullable Object> left, Rule rule) {
        return left.entrySet().stream()
                .filter(entry -> entry.getKey() != RuleField.ALIAS && entry.getKey() != RuleField.COMMENT)
                .filter(entry -> !Objects.equals(entry.getKey().read(rule), entry.getValue()))
                .map(entry -> "rule %s says %s as its %s now, not %s: somebody changed it"
                        .formatted(
                                rule.id(),
                                Objects.toString(entry.getKey().read(rule), "nothing"),
                                entry.getKey().wireName(),
                                Objects.toString(entry.getValue(), "nothing")));
    }

    /** Whether a step between what is live and this one was withdrawn. */
    boolean skipsBefore(StandingStep step) {
        int from = reached().map(StandingStep::number).orElse(0);
        return steps.stream().anyMatch(one -> one.number() > from && one.number() < step.number());
    }
}
