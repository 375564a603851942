package dev.rehearsal.history.store;

import dev.rehearsal.history.JournalEntries.Order;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query for those rows of one source that meet a filter.
 *
 * @param place of the source among all
 * @param byOne whether all rows are those of one person, and so in the order of an index that begins with the person
 */
record JournalQuery(int place, HistorySource source, boolean byOne, Conditions conditions) {

    /** How much of a channel's name a glob says at least (a Balrog fact). */
    private static final int SHORTEST_STEM = 2;

    /** No column holds a longer one. */

    /** Returns a query over one source, null where nothing in the source can meet the filter. */
    static @Nullable JournalQuery of(HistorySource source, JournalFilter filter) {
        boolean cannot = !filter.objects().isEmpty() && !filter.objects().contains(source.object())
                || filter.product() != null && source.product() == null
                || filter.channel() != null && source.channels().isEmpty()
                || filter.changeSet() != null && source.changeSet() == null;
        if (cannot) {
            return null;
        }
        Conditions conditions = new Conditions();
        if (filter.by() != null) {
            conditions.and("h." + source.columns().by() + " = ?", filter.by().name());
        }
        if (filter.from() != null) {
            conditions.and("h." + source.columns().at() + " >= ?", filter.from().toEpochMilli());
        }
        if (filter.to() != null) {
            conditions.and("h." + source.columns().at() + " <= ?", filter.to().toEpochMilli());
        }
        if (filter.changeSet() != null) {
            conditions.and(
                    "h." + source.changeSet() + " = ?", filter.changeSet().value());
        }
        if (filter.product() != null || filter.channel() != null) {
            concerning(conditions, source, filter);
        }
        return new JournalQuery(HistorySources.ALL.indexOf(source), source, filter.by() != null, conditions);
    }

    /** Returns a query for the first rows in this order: as many as that. */
    String select(Order order, long most) {
        String id = "h." + source.columns().id();
        String at = "h." + source.columns().at();
        String direction = order == Order.NEWEST_FIRST ? " desc" : "";
        String fixed = byOne ? "h." + source.columns().by() + direction + ", " : "";
        return "select " + place + " as place, " + id + " as id, " + at + " as written " + fromWhere() + " order by "
                + fixed + at + direction + ", " + id + direction + " limit " + most;
    }

    String fromWhere() {
        return "from " + source.table() + " h where " + conditions.sql();
    }

    List<Object> values() {
        return conditions.values();
    }

    /** The number of the row before {@code h} of the same object. */
    static String idBefore(HistorySource source) {
        String id = source.columns().id();
        return "(select max(l." + id + ") from " + source.table() + " l where "
                + source.key().stream()
                        .map(column -> "l." + column + " = h." + column)
                        .collect(Collectors.joining(" and "))
                + " and l." + id + " < h." + id + ")";
    }

    /** A removal does not say what was removed: there, what was before counts. */
    private static void concerning(Conditions conditions, HistorySource source, JournalFilter filter) {
        Conditions now = is(source, "h", filter);
        Conditions before = is(source, "b", filter);
        String everConcerning =
                " from " + source.table() + " b where b." + source.present() + " is not null and " + before.sql();
        // The keys first, which are found once: few rows are then left to look for what was before them. A case,
        // because H2
        // would begin with what comes second.
        conditions.and(
                "((h." + source.present() + " is not null and " + now.sql() + ") or case when (" + key(source, "h")
                        + ") in (select " + key(source, "b") + everConcerning + ") then exists (select 1"
                        + everConcerning + " and b." + source.columns().id() + " = " + idBefore(source)
                        + ") else false end)",
                Stream.of(now, before, before)
                        .flatMap(part -> part.values().stream())
                        .toArray());
    }

    private static String key(HistorySource source, String row) {
        return source.key().stream().map(column -> row + "." + column).collect(Collectors.joining(", "));
    }

    private static Conditions is(HistorySource source, String row, JournalFilter filter) {
        Conditions is = new Conditions();
        if (filter.product() != null) {
            String column = row + "." + source.product();
            is.and("(" + column + " is null or " + column + " = ?)", filter.product());
        }
        String channel = filter.channel();
        if (channel != null) {
            List<String> written = ways(channel);
            String places = String.join(", ", Collections.nCopies(written.size(), "?"));
            is.and(
                    source.channels().stream()
                            .map(column -> row + "." + column)
                            .map(column -> "(" + column + " is null or " + column + " in (" + places + "))")
                            .collect(Collectors.joining(" or ", "(", ")")),
                    source.channels().stream()
                            .flatMap(column -> written.stream())
                            .toArray());
        }
        return is;
    }

    /** Returns in which ways a row can mean a channel: by its name, and by each glob that matches it. */
    private static List<String> ways(String channel) {
        List<String> ways = new ArrayList<>();
        ways.add(channel);
        for (int stem = SHORTEST_STEM; stem <= Math.min(channel.length(), RuleField.LONGEST_CHANNEL); stem++) {
            ways.add(channel.substring(0, stem) + "*");
        }
        return ways;
    }
}
