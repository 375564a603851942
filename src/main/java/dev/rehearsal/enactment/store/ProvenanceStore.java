package dev.rehearsal.enactment.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriterNames;
import dev.rehearsal.matching.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final JdbcClient jdbc;
    private final Cache<Release, Map<String, Set<Actor>>> parts =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED / 10).build();
    private final Cache<Rule, List<RuleVersion>> rules =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    ProvenanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Set<Actor>> ofParts(Release live) {
        return parts.get(live, this::readParts);
    }

    private Map<String, Set<Actor>> readParts(Release live) {
        Map<String, Set<Actor>> writers = new HashMap<>();
        jdbc.sql("select p.path, c.written_by from release_parts p join release_parts_history h on h.change_id ="
                        + " (select max(l.change_id) from release_parts_history l where l.name = p.name"
                        + " and l.path = p.path)"
                        + " join changes c on c.set_id = h.change_set_id and c.object = 'release' and c.target = p.name"
                        + " where p.name = ?")
                .param(live.name().value())
                .query(row -> {
                    writers.computeIfAbsent(row.getString(1), path -> new HashSet<>())
                            .addAll(WriterNames.split(row.getString(2)));
                });
        return writers;
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
