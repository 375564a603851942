package dev.rehearsal.history;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes back what sets made of rules, the latest set first: only fields that are still as the set left them. */
final class RulesBack {

    private final HistoryTable<Rule> history;
    private final Map<RuleId, Rule> live;
    private final List<String> left;
    private final SortedMap<RuleId, Optional<Rule>> becomes = new TreeMap<>();

    /** @param left is told what stays as it is, in sentences without a full stop */
    RulesBack(HistoryTable<Rule> history, Map<RuleId, Rule> live, List<String> left) {
        this.history = history;
        this.live = live;
        this.left = left;
    }

    void takeBack(RuleId id, ChangeSetId set) {
        Written<Rule> written = Written.by(history, set, () -> new Conditions().and("rule_id = ?", id.value()))
                .orElse(null);
        if (written == null) {
            return;
        }
        Rule before = written.before();
        Rule after = written.after();
        Rule now = now(id);
        if (after == null) {
            if (before != null && now == null) {
                becomes.put(id, Optional.of(before));
            }
        } else if (now == null) {
            left.add("rule %s is gone since".formatted(id));
        } else if (before == null) {
            remove(id, now, after);
        } else {
            becomes.put(id, Optional.of(restored(now, before, after)));
        }
    }

    private @Nullable Rule now(RuleId id) {
        return becomes.getOrDefault(id, Optional.ofNullable(live.get(id))).orElse(null);
    }

    private void remove(RuleId id, Rule now, Rule after) {
        boolean untouched =
                Arrays.stream(RuleField.values()).allMatch(field -> Objects.equals(field.read(now), field.read(after)));
        if (untouched) {
            becomes.put(id, Optional.empty());
        } else {
            left.add("rule %s was changed since it was added".formatted(id));
        }
    }

    private Rule restored(Rule now, Rule before, Rule after) {
        Rule restored = now;
        for (RuleField field : RuleField.values()) {
            Object was = field.read(before);
            Object became = field.read(after);
            Object is = field.read(now);
            if (Objects.equals(was, became) || Objects.equals(is, was)) {
                continue;
            }
            if (Objects.equals(is, became)) {
                restored = RuleFields.ofEdit(Collections.singletonMap(field.wireName(), was))
                        .applyTo(restored);
            } else {
                left.add("rule %s: %s was changed since, from %s to %s"
                        .formatted(now.id(), field.wireName(), said(became), said(is)));
            }
        }
        return restored;
    }

    private static String said(@Nullable Object value) {
        return value == null ? "nothing" : "'" + value + "'";
    }

    List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        becomes.forEach((id, then) -> {
            Rule now = live.get(id);
            Map<String, @Nullable Object> fields =
                    then.map(rule -> fields(now, rule)).orElseGet(Map::of);
            if (now == null) {
                then.ifPresent(rule -> proposals.add(new Proposal.AddRule(fields)));
            } else if (then.isEmpty()) {
                proposals.add(new Proposal.RemoveRule(id, now.dataVersion()));
            } else if (!fields.isEmpty()) {
                proposals.add(new Proposal.EditRule(id, now.dataVersion(), fields));
            }
        });
        return proposals;
    }

    /** Returns what differs from the live rule; of one that is gone, all that it said. */
    private static Map<String, @Nullable Object> fields(@Nullable Rule now, Rule then) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            Object value = field.read(then);
            if (now == null ? value != null : !Objects.equals(value, field.read(now))) {
                fields.put(field.wireName(), value);
            }
        }
        return fields;
    }
}
