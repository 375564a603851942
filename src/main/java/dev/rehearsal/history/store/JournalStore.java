package dev.rehearsal.history.store;

import dev.rehearsal.history.JournalEntries.Order;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all histories as one list. */
@Repository
public class JournalStore {

    private final JdbcClient jdbc;

    public JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what kinds of objects there are. */
    public static List<String> objects() {
        return HistorySources.ALL.stream().map(HistorySource::object).toList();
    }

    /**
     * Reads a page of the journal; entries of one millisecond stand in the order in which {@link #objects} names the kinds.
     *
     * @param hidden kinds that are left out whatever the filter says
     */
    public List<JournalRow> rows(JournalFilter filter, Set<String> hidden, Paging paging, Order order) {
        List<JournalQuery> queries = queries(filter, hidden);
        return queries.isEmpty() ? List.of() : rows(found(queries, paging, order));
    }

    /** Counts all that {@link #rows} would find, no further than a {@link Page} tells. */
    public long count(JournalFilter filter, Set<String> hidden) {
        List<JournalQuery> queries = queries(filter, hidden);
        return queries.isEmpty()
                ? 0
                : jdbc.sql("select sum(found) from ("
                                + queries.stream()
                                        .map(query -> Page.counting(query.fromWhere()))
                                        .collect(Collectors.joining(" union all "))
                                + ") summed")
                        .params(values(queries))
                        .query(Long.class)
                        .single();
    }

    private static List<JournalQuery> queries(JournalFilter filter, Set<String> hidden) {
        return HistorySources.ALL.stream()
                .filter(source -> !hidden.contains(source.object()))
                .map(source -> JournalQuery.of(source, filter))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Reads as many rows of each table as the page may need, in the order of its index. */
    private List<Found> found(List<JournalQuery> queries, Paging paging, Order order) {
        long most = paging.offset() + paging.limit();
        return jdbc.sql("select place, id, written from ("
                        + queries.stream()
                                .map(query -> "(" + query.select(order, most) + ")")
                                .collect(Collectors.joining(" union all "))
                        + ") found"
                        + (order == Order.NEWEST_FIRST
                                ? " order by written desc, place, id desc"
                                : " order by written, place, id")
                        + " limit ? offset ?")
                .params(values(queries))
                .param(paging.limit())
                .param(paging.offset())
                .query((row, number) -> new Found(row.getInt("place"), row.getLong("id")))
                .list();
    }

    private static List<Object> values(List<JournalQuery> queries) {
        return queries.stream().flatMap(query -> query.values().stream()).toList();
    }

    /** @param place of the source among all */
    record Found(int place, long id) {}

    private List<JournalRow> rows(List<Found> found) {
        Map<Found, JournalRow> rows = new HashMap<>();
        found.stream().collect(Collectors.groupingBy(Found::place)).forEach((place, ofOne) -> {
            HistorySource source = HistorySources.ALL.get(place);
            List<Long> ids = ofOne.stream().map(Found::id).toList();
            Map<String, @Nullable Object> nothing = Map.of();
            Map<Long, Map<String, @Nullable Object>> now = columns(source, ids);
            Map<Long, Map<String, @Nullable Object>> before = before(source, ids);
            for (Long id : ids) {
                rows.put(
                        new Found(place, id),
                        new JournalRow(source, now.getOrDefault(id, nothing), before.getOrDefault(id, nothing)));
            }
        });
        List<JournalRow> inOrder = new ArrayList<>();
        found.forEach(row -> inOrder.add(Objects.requireNonNull(rows.get(row))));
        return inOrder;
    }

    private Map<Long, Map<String, @Nullable Object>> columns(HistorySource source, List<Long> ids) {
        String id = source.columns().id();
        return byNumber(
                "select h." + id + " as asked, h.* from " + source.table() + " h where h." + id + " in (:ids)", ids);
    }

    private Map<Long, Map<String, @Nullable Object>> before(HistorySource source, List<Long> ids) {
        String id = source.columns().id();
        return byNumber(
                "select h." + id + " as asked, b.* from " + source.table() + " h join " + source.table() + " b on b."
                        + id + " = " + JournalQuery.idBefore(source) + " where h." + id + " in (:ids)",
                ids);
    }

    private Map<Long, Map<String, @Nullable Object>> byNumber(String sql, List<Long> ids) {
        Map<Long, Map<String, @Nullable Object>> rows = new HashMap<>();
        for (Map<String, @Nullable Object> row :
                jdbc.sql(sql).param("ids", ids).query().listOfRows()) {
            rows.put(((Number) Objects.requireNonNull(row.get("asked"))).longValue(), row);
        }
        return rows;
    }
}
