package dev.rehearsal.api.json;

import dev.rehearsal.history.PastStates;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.adoption.RetiredRule;
import dev.rehearsal.probe.adoption.RetiredRules;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The live rules as Balrog shows them, on its admin API and on its public one alike. */
@Component
public class RuleReader {

    /** As Balrog's database sorts them; what is equal to it, by id. */
    private static final Comparator<Rule> LISTED = Comparator.comparingInt(Rule::priority)
            .thenComparing(Rule::version, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rule::mapping, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rule::id);

    private final SnapshotKeeper snapshots;
    private final PastStates past;
    private final Revisions revisions;
    private final RetiredRules retired;

    RuleReader(SnapshotKeeper snapshots, PastStates past, Revisions revisions, RetiredRules retired) {
        this.snapshots = snapshots;
        this.past = past;
        this.revisions = revisions;
        this.retired = retired;
    }

    /** @param product only the rules that name it; null or empty for all */
    public Map<String, Object> list(@Nullable String product) {
        List<Rule> rules = live().stream()
                .filter(rule -> product == null || product.isEmpty() || product.equals(rule.product()))
                .sorted(LISTED)
                .toList();
        return HistoryJson.list("rules", rules.stream().map(RuleJson::of).toList());
    }

    /** The rules as they were, each with who made it so and when. */
    public Map<String, Object> asOf(Instant time) {
        return HistoryJson.list(
                "rules",
                past.rulesAt(time).stream()
                        .sorted(Comparator.comparing(
                                revision -> revision.contentIfAny().orElseThrow(), LISTED))
                        .map(RuleReader::row)
                        .toList());
    }

    private static Map<String, @Nullable Object> row(Revision<Rule> revision) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("change_id", revision.changeId());
        row.put("changed_by", revision.by().name());
        row.put("timestamp", revision.at().toEpochMilli());
        revision.contentIfAny().ifPresent(rule -> row.putAll(RuleJson.of(rule)));
        return row;
    }

    public ResponseEntity<Map<String, @Nullable Object>> one(String idOrAlias) {
        Rule rule = find(idOrAlias);
        return DataVersion.header(rule.dataVersion()).body(RuleJson.of(rule));
    }

    /** The different values of a column, without null. */
    public Map<String, Object> column(String column) {
        if (!RuleJson.isColumn(column)) {
            throw RefusedException.notFound("a rule has no column '" + column + "'");
        }
        return HistoryJson.list(
                column,
                live().stream()
                        .map(rule ->
                                Optional.<Object>ofNullable(RuleJson.of(rule).get(column)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }

    /**
     * What is all digits is an id, what begins with a letter is an alias (a Balrog fact).
     *
     * @throws RefusedException if there is no such rule
     */
    Rule find(String idOrAlias) {
        return there(idOrAlias)
                .orElseThrow(() -> RefusedException.notFound(
                        retired(idOrAlias).map(RetiredRule::sentence).orElse("there is no rule '" + idOrAlias + "'")));
    }

    /**
     * Finds a rule for somebody who writes to it.
     *
     * @throws RefusedException if there is no such rule; as a wrong request if it was made by hand for a test channel that
     *     is computed now
     */
    public Rule findToWrite(String idOrAlias) {
        Optional<Rule> rule = there(idOrAlias);
        if (rule.isEmpty()) {
            retired(idOrAlias).ifPresent(gone -> {
                throw RefusedException.invalid("", gone.sentence());
            });
        }
        return rule.orElseGet(() -> find(idOrAlias));
    }

    /** Returns what a rule was that exists, newest first; an alias names none here (a Balrog fact). */
    public Map<String, Object> revisions(String id, int page, int limit) {
        RuleId rule = existing(id, "Requested rule does not exist");
        Paging paging = HistoryJson.paging(
                page, limit, "Error occurred when trying to fetch Rule's revisions having rule_id " + id);
        return HistoryJson.page(
                "rules", revisions.ofRule(rule, paging, Removals.LEFT_OUT).map(HistoryJson::rule));
    }

    /** @throws RefusedException with this sentence if there is no such rule */
    public RuleId existing(String id, String otherwise) {
        return id(id).filter(snapshots.current().live().rules()::containsKey)
                .orElseThrow(() -> RefusedException.notFound(otherwise));
    }

    private Optional<Rule> there(String idOrAlias) {
        return id(idOrAlias)
                .map(id -> snapshots.current().live().rules().get(id))
                .or(() -> live().stream()
                        .filter(rule -> idOrAlias.equals(rule.alias()))
                        .findFirst());
    }

    private Optional<RetiredRule> retired(String idOrAlias) {
        return id(idOrAlias).map(retired::withId).orElseGet(() -> retired.withAlias(idOrAlias));
    }

    private static Optional<RuleId> id(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits && text.length() < Long.toString(Long.MAX_VALUE).length()
                ? Optional.of(new RuleId(Long.parseLong(text)))
                : Optional.empty();
    }

    private List<Rule> live() {
        return snapshots.current().live().ruleSet().inOrder();
    }
}
