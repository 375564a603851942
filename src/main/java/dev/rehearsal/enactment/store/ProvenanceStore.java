package dev.rehearsal.enactment.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriterNames;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads who wrote what is live: the history of a row names the change set that wrote it, and that one's changes name their
 * writers. Rows are remembered by their version.
 */
@Repository
class ProvenanceStore implements Provenance {

    private static final int MOST_REMEMBERED = 20_000;

    /** So many versions of a part are compared; whoever wrote another content before that may have written what it holds. */
    private static final int MOST_VERSIONS = 50;

    private static final int MOST_ASKED = 1_000;

    private final JdbcClient jdbc;
    private final TracedParts traced;
    private final Cache<Release, Map<String, Set<Actor>>> parts =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED / 10).build();
    private final Cache<Rule, List<RuleVersion>> rules =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final Cache<PartKey, Set<Actor>> ofPart =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    ProvenanceStore(JdbcClient jdbc, StoredContents contents) {
        this.jdbc = jdbc;
        this.traced = new TracedParts(contents);
    }

    /** A part, as a row of its history left it. */
    private record PartKey(String release, String path, long change) {}

    @Override
    public Map<String, Set<Actor>> ofParts(Release live) {
        return parts.get(live, this::readParts);
    }

    private Map<String, Set<Actor>> readParts(Release live) {
        String name = live.name().value();
        Map<String, Set<Actor>> writers = new HashMap<>();
        Map<String, PartKey> unread = new HashMap<>();
        List<String> longAgo = new ArrayList<>();
        jdbc.sql("select v.path, v.latest, v.versions, c.written_by from (select h.path, max(h.change_id) as latest,"
                        + " count(*) as versions from release_parts p join release_parts_history h on h.name = p.name"
                        + " and h.path = p.path where p.name = :name group by h.path) v"
                        + " join release_parts_history l on l.name = :name and l.path = v.path"
                        + " and l.change_id = v.latest"
                        + " left join changes c on c.set_id = l.change_set_id and c.object = 'release'"
                        + " and c.target = :name")
                .param("name", name)
                .query(row -> {
                    PartKey key = new PartKey(name, row.getString(1), row.getLong(2));
                    Set<Actor> known = ofPart.getIfPresent(key);
                    if (known != null) {
                        writers.put(key.path(), known);
                    } else if (row.getInt(3) > 1) {
                        unread.put(key.path(), key);
                        if (row.getInt(3) > MOST_VERSIONS) {
                            longAgo.add(key.path());
                        }
                    } else {
                        writers.merge(key.path(), writers(row.getString(4)), ProvenanceStore::both);
                    }
                });
        Map<String, Set<Actor>> traces = new HashMap<>(traced.writersOf(versions(name, List.copyOf(unread.keySet()))));
        earlierWriters(name, longAgo).forEach((path, earlier) -> traces.merge(path, earlier, ProvenanceStore::both));
        traces.forEach((path, found) -> {
            ofPart.put(Objects.requireNonNull(unread.get(path)), found);
            writers.put(path, found);
        });
        return writers;
    }

    /** Returns who gave each of these parts another content before the versions that are compared. */
    private Map<String, Set<Actor>> earlierWriters(String name, List<String> paths) {
        Map<String, Set<Actor>> writers = new HashMap<>();
        for (int from = 0; from < paths.size(); from += MOST_ASKED) {
            jdbc.sql("select distinct v.path, c.written_by from (select h.path, h.hash, h.change_set_id,"
                            + " lag(h.hash) over (partition by h.path order by h.change_id) as earlier,"
                            + " row_number() over (partition by h.path order by h.change_id desc) as place"
                            + " from release_parts_history h where h.name = :name and h.path in (:paths)) v"
                            + " join changes c on c.set_id = v.change_set_id and c.object = 'release' and c.target = :name"
                            + " where v.place > :most and v.hash is not null"
                            + " and (v.earlier is null or v.earlier <> v.hash)")
                    .param("name", name)
                    .param("paths", paths.subList(from, Math.min(paths.size(), from + MOST_ASKED)))
                    .param("most", MOST_VERSIONS)
                    .query(row -> {
                        writers.merge(row.getString(1), writers(row.getString(2)), ProvenanceStore::both);
                    });
        }
        return writers;
    }

    private static Set<Actor> both(Set<Actor> some, Set<Actor> others) {
        Set<Actor> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** Returns the latest versions of each of these parts, the latest first. */
    private Map<String, List<TracedParts.Version>> versions(String name, List<String> paths) {
        Map<String, Map<Long, TracedParts.Version>> versions = new HashMap<>();
        for (int from = 0; from < paths.size(); from += MOST_ASKED) {
            jdbc.sql("select v.path, v.change_id, v.hash, c.written_by from (select h.path, h.change_id, h.hash,"
                            + " h.change_set_id, row_number() over (partition by h.path order by h.change_id desc) as place"
                            + " from release_parts_history h where h.name = :name and h.path in (:paths)) v"
                            + " left join changes c on c.set_id = v.change_set_id and c.object = 'release'"
                            + " and c.target = :name where v.place <= :most order by v.change_id desc")
                    .param("name", name)
                    .param("paths", paths.subList(from, Math.min(paths.size(), from + MOST_ASKED)))
                    .param("most", MOST_VERSIONS)
                    .query(row -> {
                        String hash = row.getString(3);
                        versions.computeIfAbsent(row.getString(1), path -> new LinkedHashMap<>())
                                .merge(
                                        row.getLong(2),
                                        new TracedParts.Version(
                                                hash == null ? null : new ContentHash(hash), writers(row.getString(4))),
                                        TracedParts.Version::and);
                    });
        }
        Map<String, List<TracedParts.Version>> latestFirst = new HashMap<>();
        versions.forEach((path, byChange) -> latestFirst.put(path, List.copyOf(byChange.values())));
        return latestFirst;
    }

    @Override
    public Set<Replacement> leaving(Set<Replacement> replacements) {
        return traced.leaving(replacements);
    }

    @Override
    public List<RuleVersion> ofRule(Rule live) {
        return rules.get(live, this::readVersions);
    }

    private List<RuleVersion> readVersions(Rule live) {
        Map<Long, RuleVersion> versions = new LinkedHashMap<>();
        jdbc.sql("select h.change_id, h.product, h.channel, c.written_by from rules_history h"
                        + " left join changes c on c.set_id = h.change_set_id and c.object = 'rule' and c.target = ?"
                        + " where h.rule_id = ? and h.data_version is not null order by h.change_id desc")
                .params(live.id().toString(), live.id().value())
                .query(row -> {
                    Set<Actor> writers = writers(row.getString(4));
                    versions.merge(
                            row.getLong(1),
                            new RuleVersion(row.getString(2), row.getString(3), writers),
                            ProvenanceStore::both);
                });
        return List.copyOf(new ArrayList<>(versions.values()));
    }

    private static RuleVersion both(RuleVersion known, RuleVersion more) {
        Set<Actor> writers = new HashSet<>(known.writers());
        writers.addAll(more.writers());
        return new RuleVersion(known.product(), known.channel(), writers);
    }

    @Override
    public Set<Actor> ofPin(Pins.Key pin) {
        Set<Actor> writers = new HashSet<>();
        jdbc.sql("select c.written_by from changes c join pins_history h on c.set_id = h.change_set_id"
                        + " where h.change_id = (select max(l.change_id) from pins_history l where l.product = :product"
                        + " and l.channel = :channel and l.version = :version)"
                        + " and c.object = 'pin' and c.target = :target")
                .param("product", pin.product())
                .param("channel", pin.channel())
                .param("version", pin.version())
                .param("target", pin.product() + " " + pin.channel() + " " + pin.version())
                .query(row -> {
                    writers.addAll(writers(row.getString(1)));
                });
        return writers;
    }

    private static Set<Actor> writers(@Nullable String names) {
        return names == null ? Set.of() : Set.copyOf(WriterNames.split(names));
    }
}
