package dev.rehearsal.traffic.store;

import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.PackedSample;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.SampledSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes samples. They are no part of what is served: nobody takes the write lock for them. */
@Repository
public class SampleStore {

    private static final String SPAN =
            "select node, product, channel, from_at, until_at, last_at, seen, kept, content from traffic_samples";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public SampleStore(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** Writes one, unless it is there already. */
    public void put(SampledSpan span) {
        transactions.executeWithoutResult(status -> {
            boolean isThere = jdbc.sql("select count(*) from traffic_samples"
                                    + " where node = ? and from_at = ? and product = ? and channel = ?")
                            .params(
                                    span.node(),
                                    span.from().toEpochMilli(),
                                    product(span.where()),
                                    span.where().channel())
                            .query(Long.class)
                            .single()
                    > 0;
            if (!isThere) {
                insert(span);
            }
        });
    }

    private void insert(SampledSpan span) {
        jdbc.sql("insert into traffic_samples (node, product, channel, from_at, until_at, last_at, seen, kept, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        span.node(),
                        product(span.where()),
                        span.where().channel(),
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli(),
                        span.last().toEpochMilli(),
                        span.sample().seen(),
                        span.sample().kept(),
                        span.sample().content())
                .update();
    }

    /**
     * Puts one in the place of several.
     *
     * @throws OptimisticLockingFailureException if some of these are gone: another node was faster
     */
    public void replace(Collection<Long> ids, SampledSpan by) {
        transactions.executeWithoutResult(status -> {
            int deleted = jdbc.sql("delete from traffic_samples where id in (:ids)")
                    .param("ids", ids)
                    .update();
            if (deleted != ids.size()) {
                throw new OptimisticLockingFailureException("Another node has merged these samples");
            }
            insert(by);
        });
    }

    /** Returns what is stored, by channel, oldest first. */
    public List<SampledSpan.Head> heads() {
        return jdbc.sql("select id, product, channel, from_at, until_at, kept from traffic_samples"
                        + " order by product, channel, from_at, id")
                .query((row, number) -> new SampledSpan.Head(
                        row.getLong("id"),
                        where(row),
                        time(row, "from_at"),
                        time(row, "until_at"),
                        row.getLong("kept")))
                .list();
    }

    /** Returns those with these numbers that are still there. */
    public List<SampledSpan> spans(Collection<Long> ids) {
        return jdbc.sql(SPAN + " where id in (:ids) order by id")
                .param("ids", ids)
                .query((row, number) -> span(row))
                .list();
    }

    /** Returns those of a channel that reach beyond a time and begin after another, oldest first. */
    public List<SampledSpan> spans(ProductChannel where, Instant since, Instant oldest) {
        return jdbc.sql(SPAN
                        + " where product = ? and channel = ? and until_at > ? and from_at > ? order by from_at, id")
                .params(product(where), where.channel(), since.toEpochMilli(), oldest.toEpochMilli())
                .query((row, number) -> span(row))
                .list();
    }

    /** Returns how many requests came on each channel, of those that reach beyond a time and begin after another. */
    public Map<ProductChannel, RequestCount> counts(Instant since, Instant oldest) {
        Map<ProductChannel, RequestCount> counts = new HashMap<>();
        jdbc.sql("select product, channel, sum(seen) as seen, max(last_at) as last_at,"
                        + " sum(case when node = ? then seen else 0 end) as invented from traffic_samples"
                        + " where until_at > ? and from_at > ? group by product, channel")
                .params(SampledSpan.INVENTED, since.toEpochMilli(), oldest.toEpochMilli())
                .query(row -> {
                    counts.put(
                            where(row),
                            new RequestCount(row.getLong("seen"), row.getLong("invented"), time(row, "last_at")));
                });
        return counts;
    }

    /** Another value whenever anything else is stored, also where numbers are given anew after the database was restored. */
    public String state() {
        return jdbc.sql("select count(*), coalesce(max(id), 0), coalesce(sum(id), 0), coalesce(sum(from_at), 0),"
                        + " coalesce(sum(last_at), 0), coalesce(sum(seen), 0) from traffic_samples")
                .query(SampleStore::columns)
                .single();
    }

    static String columns(ResultSet row, int number) throws SQLException {
        StringJoiner columns = new StringJoiner(".");
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            columns.add(row.getString(column));
        }
        return columns.toString();
    }

    /** Deletes what begins before a time. */
    public int prune(Instant before) {
        return jdbc.sql("delete from traffic_samples where from_at < ?")
                .param(before.toEpochMilli())
                .update();
    }

    public int deleteAll() {
        return jdbc.sql("delete from traffic_samples").update();
    }

    public int deleteOf(Collection<String> products) {
        return jdbc.sql("delete from traffic_samples where product in (:products)")
                .param("products", products)
                .update();
    }

    static String product(ProductChannel where) {
        return where.product() == null ? "" : where.product();
    }

    static ProductChannel where(ResultSet row) throws SQLException {
        String product = row.getString("product");
        return new ProductChannel(product.isEmpty() ? null : product, row.getString("channel"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static SampledSpan span(ResultSet row) throws SQLException {
        return new SampledSpan(
                row.getString("node"),
                where(row),
                time(row, "from_at"),
                time(row, "until_at"),
                time(row, "last_at"),
                new PackedSample(row.getLong("seen"), row.getLong("kept"), row.getBytes("content")));
    }
}
