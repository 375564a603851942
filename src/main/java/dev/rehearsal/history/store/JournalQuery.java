package dev.rehearsal.history.store;

import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Conditions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of one source meet a filter.
 *
 * @param place of the source among all
 */
record JournalQuery(int place, HistorySource source, Conditions conditions) {

    /** A rule's channel is a glob if it ends with a star and has three characters at least (a Balrog fact). */
    private static final String IS_OR_MATCHES = "(%1$s is null or %1$s = ? or right(%1$s, 1) = '*'"
            + " and char_length(%1$s) >= 3"
            + " and left(?, char_length(%1$s) - 1) = left(%1$s, char_length(%1$s) - 1))";

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
        return new JournalQuery(HistorySources.ALL.indexOf(source), source, conditions);
    }

    String select() {
        return "select " + place + " as place, h." + source.columns().id() + " as id, h."
                + source.columns().at() + " as written " + fromWhere();
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
        conditions.and(
                "((h." + source.present() + " is not null and " + now.sql() + ") or exists (select 1 from "
                        + source.table() + " b where b." + source.columns().id() + " = " + idBefore(source) + " and b."
                        + source.present() + " is not null and " + before.sql() + "))",
                concat(now, before));
    }

    private static Object[] concat(Conditions now, Conditions before) {
        return Stream.concat(now.values().stream(), before.values().stream()).toArray();
    }

    private static Conditions is(HistorySource source, String row, JournalFilter filter) {
        Conditions is = new Conditions();
        if (filter.product() != null) {
            String column = row + "." + source.product();
            is.and("(" + column + " is null or " + column + " = ?)", filter.product());
        }
        String channel = filter.channel();
        if (channel != null) {
            is.and(
                    source.channels().stream()
                            .map(column -> IS_OR_MATCHES.formatted(row + "." + column))
                            .collect(Collectors.joining(" or ", "(", ")")),
                    source.channels().stream()
                            .flatMap(column -> Stream.of(channel, channel))
                            .toArray());
        }
        return is;
    }
}
