package dev.rehearsal.api.json;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.adoption.RetiredRule;
import dev.rehearsal.probe.adoption.RetiredRules;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the rule that a body's {@code rule_id} names: by number, or by alias, which begins with a letter. */
@Component
public class RuleAddress {

    private static final RuleId NONE = new RuleId(0);

    private final SnapshotKeeper snapshots;
    private final RetiredRules retired;

    RuleAddress(SnapshotKeeper snapshots, RetiredRules retired) {
        this.snapshots = snapshots;
        this.retired = retired;
    }

    public RuleId read(JsonFields fields) {
        JsonNode sent = fields.json().path("rule_id");
        String alias = sent.isString() ? sent.asString().strip() : "";
        if (alias.isEmpty() || !Character.isLetter(alias.charAt(0))) {
            RuleId id = new RuleId(fields.integer("rule_id"));
            return retired.withId(id)
                    .map(gone -> fields.wrong("rule_id", gone.sentence(), NONE))
                    .orElse(id);
        }
        return find(alias)
                .orElseGet(() -> fields.wrong(
                        "rule_id",
                        retired.withAlias(alias)
                                .map(RetiredRule::sentence)
                                .orElse("there is no rule with the alias '" + alias + "'"),
                        NONE));
    }

    /** Live rules first, then those that only the queue adds. */
    private Optional<RuleId> find(String alias) {
        NodeState state = snapshots.current();
        Stream<Rule> added = state.queue().stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.RuleAddition.class::isInstance)
                .map(change -> ((Change.RuleAddition) change).rule());
        return Stream.concat(state.live().rules().values().stream(), added)
                .filter(rule -> alias.equals(rule.alias()))
                .map(Rule::id)
                .findFirst();
    }
}
