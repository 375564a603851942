package dev.rehearsal.ui.rules;

import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.warning.Tie;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.ui.frame.ChangingRule;
import dev.rehearsal.ui.frame.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule in the list, with what the queue makes of it. */
record RuleRow(RuleTable.Row row, RuleTable table) implements ChangingRule {

    /** @param id as it stands in a URL; what is no number names no rule */
    static Optional<RuleRow> find(String id, RuleTable table) {
        return id(id).flatMap(table::find).map(row -> new RuleRow(row, table));
    }

    /** Empty for what is no number. */
    static Optional<RuleId> id(String written) {
        try {
            return Optional.of(new RuleId(Long.parseLong(written)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Rule rule() {
        return row.rule();
    }

    @Override
    public @Nullable Rule was() {
        return row.was();
    }

    Mark mark() {
        return switch (row.fate()) {
            case STAYS -> Mark.LIVE;
            case EDITED -> Mark.EDITED;
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.TO_BE_REMOVED;
        };
    }

    boolean isPending() {
        return !row.pending().isEmpty();
    }

    boolean isInConflict() {
        return row.pending().stream().anyMatch(RuleTable.PendingChange::leftOut);
    }

    /** The titles of all sets that change it. */
    String sets() {
        return row.pending().stream().map(pending -> pending.set().title()).collect(Collectors.joining(" · "));
    }

    /** Returns those among which its mappings are looked for: live, and as the queue leaves them. */
    Map<ReleaseName, Release> releases() {
        Map<ReleaseName, Release> releases = new HashMap<>(table.state().live().releases());
        releases.putAll(table.state().stages().wholeQueue().staged().releases());
        return releases;
    }

    /** Whether it decides for any client; found out when it is first asked. */
    Optional<Turn> turn() {
        return table.turnOf(row);
    }

    boolean isUnreached() {
        return turn().filter(Turn.Never.class::isInstance).isPresent();
    }

    /** Looks at all rules: only for rows that are shown. */
    List<Tie> ties() {
        return table.tiesOf(row);
    }
}
