package dev.rehearsal.traffic.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.ListedSample;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.traffic.LoadedList.OnChannel;
import dev.rehearsal.traffic.PackedSample;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes lists from elsewhere; each that somebody loads or removes leaves a history row. */
@Repository
public class ListStore {

    private static final int LONGEST_TOLD = 100_000;

    private final JdbcClient jdbc;

    public ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all, the one loaded last first. */
    public List<LoadedList> all() {
        Map<Long, List<OnChannel>> channels = jdbc
                .sql("select list_id, product, channel, asked, kept from traffic_list_channels"
                        + " order by product, channel")
                .query((row, number) -> Map.entry(row.getLong("list_id"), onChannel(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("select * from traffic_lists order by loaded_at desc, id desc")
                .query((row, number) -> list(row, channels.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Returns the one of those that were loaded last, and after a time, that tells of a channel. */
    public Optional<ListedSample> newest(ProductChannel where, Instant loadedAfter) {
        return jdbc.sql("select l.name, l.from_at, l.until_at, l.loaded_at, c.product, c.channel, c.asked, c.kept,"
                        + " c.content from traffic_list_channels c join traffic_lists l on l.id = c.list_id"
                        + " where c.product = ? and c.channel = ? and l.loaded_at > ?"
                        + " order by l.loaded_at desc, l.id desc limit 1")
                .params(SampleStore.product(where), where.channel(), loadedAfter.toEpochMilli())
                .query((row, number) -> new ListedSample(
                        row.getString("name"),
                        where,
                        SampleStore.time(row, "from_at"),
                        SampleStore.time(row, "until_at"),
                        SampleStore.time(row, "loaded_at"),
                        new PackedSample(row.getLong("asked"), row.getLong("kept"), row.getBytes("content"))))
                .optional();
    }

    /** Returns who loaded or removed a list last, since a time, that tells of a channel. */
    public Optional<Actor> lastWord(ProductChannel where, Instant since) {
        return jdbc.sql("select changed_by from traffic_lists_history where changed_at > :since and list_id in"
                        + " (select list_id from traffic_lists_history where changed_at > :since"
                        + " and position(:where in ', ' || channels) > 0) order by change_id desc limit 1")
                .param("since", since.toEpochMilli())
                .param("where", told(where))
                .query((row, number) -> new Actor(row.getString(1)))
                .optional();
    }

    private static String told(ProductChannel where) {
        return ", %s: ".formatted(where);
    }

    /** Another value whenever anything else is stored, also where numbers are given anew after the database was restored. */
    public String state() {
        return jdbc.sql("select count(*), coalesce(max(id), 0), coalesce(sum(id), 0), coalesce(sum(loaded_at), 0),"
                        + " coalesce(sum(update_lines), 0) from traffic_lists")
                .query(SampleStore::columns)
                .single();
    }

    /** @return the list with the number that it got */
    public LoadedList insert(Write write, LoadedList list, Map<ProductChannel, PackedSample> samples) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into traffic_lists (name, from_at, until_at, update_lines, other_lines, loaded_by, loaded_at,"
                        + " data_version) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        list.name(),
                        list.from().toEpochMilli(),
                        list.until().toEpochMilli(),
                        list.updateLines(),
                        list.otherLines(),
                        list.loadedBy().name(),
                        list.loadedAt().toEpochMilli(),
                        list.dataVersion())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        samples.forEach((where, sample) -> jdbc.sql(
                        "insert into traffic_list_channels (list_id, product, channel, asked, kept, content)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(id, SampleStore.product(where), where.channel(), sample.seen(), sample.kept(), sample.content())
                .update());
        history(write, id, list);
        return all().stream().filter(stored -> stored.id() == id).findFirst().orElseThrow();
    }

    public void delete(Write write, LoadedList list) {
        jdbc.sql("delete from traffic_lists where id = ?").param(list.id()).update();
        history(write, list.id(), null);
    }

    /** Deletes what was loaded before a time. */
    public int prune(Instant before) {
        return jdbc.sql("delete from traffic_lists where loaded_at < ?")
                .param(before.toEpochMilli())
                .update();
    }

    private void history(Write write, long id, @Nullable LoadedList list) {
        jdbc.sql("insert into traffic_lists_history (changed_by, changed_at, change_set_id, list_id, name, covers_from,"
                        + " covers_until, channels, data_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(id)
                .param(list == null ? null : list.name())
                .param(list == null ? null : list.from().toString())
                .param(list == null ? null : list.until().toString())
                .param(list == null ? null : told(list.channels()))
                .param(list == null ? null : list.dataVersion())
                .update();
    }

    private static String told(List<OnChannel> channels) {
        String told = channels.stream()
                .map(channel -> channel.where() + ": " + channel.asked())
                .collect(joining(", "));
        return told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) : told;
    }

    private static OnChannel onChannel(ResultSet row) throws SQLException {
        return new OnChannel(SampleStore.where(row), row.getLong("asked"), row.getLong("kept"));
    }

    private static LoadedList list(ResultSet row, List<OnChannel> channels) throws SQLException {
        return new LoadedList(
                row.getLong("id"),
                row.getString("name"),
                SampleStore.time(row, "from_at"),
                SampleStore.time(row, "until_at"),
                row.getLong("update_lines"),
                row.getLong("other_lines"),
                new Actor(row.getString("loaded_by")),
                SampleStore.time(row, "loaded_at"),
                channels,
                row.getInt("data_version"));
    }
}
