package dev.rehearsal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exports a database, empties it, and imports what was exported. */
public final class RoundTrip {

    private static final Pattern SCOPE = Pattern.compile("\"(up_to|only):(\\d+)\"");

    private final TestDatabase database;
    private final Path folder;

    public RoundTrip(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Everything that a dataset tells comes back, and what follows from it. */
    public void assertNothingIsLost() {
        String exported = export();
        Map<String, String> before = consequences();

        restore(exported);

        assertThat(normalized(export())).isEqualTo(normalized(exported));
        assertThat(consequences()).isEqualTo(before);
    }

    /** Fills the emptied database from this text; the time stays. */
    public void restore(String exported) {
        TestClock clock = database.bean(TestClock.class);
        Instant now = clock.instant();
        database.emptied();
        clock.advance(Duration.between(clock.instant(), now));
        database.bean(DatasetImport.class).run(DatasetJson.write(folder, exported));
    }

    public String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            database.bean(DatasetExport.class).write(DatasetExport.Extent.EVERYTHING, () -> out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Sets get other ids; a scope of one that is not there is as good as any other such. */
    private static String normalized(String exported) {
        Map<String, String> ids = new HashMap<>();
        JsonNode json = JsonMapper.shared().readTree(exported);
        for (JsonNode set : json.get("change_sets")) {
            ids.put(set.get("id").asString(), String.valueOf(ids.size() + 1));
            ((ObjectNode) set).put("id", ids.size());
        }
        Matcher scope = SCOPE.matcher(json.toPrettyString());
        return scope.replaceAll(found -> "\"" + found.group(1) + ":" + ids.getOrDefault(found.group(2), "0") + "\"");
    }

    /** What is served, shown and still missing, by what it is about. */
    private Map<String, String> consequences() {
        NodeState state = database.bean(SnapshotKeeper.class).refresh();
        Map<String, String> consequences = new TreeMap<>();
        TreeSet<String> channels = new TreeSet<>();
        for (Rule rule : state.live().rules().values()) {
            channels.add(Objects.requireNonNullElse(rule.channel(), "any").replace("*", ""));
        }
        channels.forEach(channel -> consequences.put("live on " + channel, fingerprint(state.live(), channel)));
        for (ChannelMapping mapping : state.mappings()) {
            consequences.put(
                    "shown on " + mapping.testChannel() + " for " + mapping.product(),
                    fingerprint(state.stages().of(mapping).stage().staged(), mapping.liveChannel()));
        }
        List<ChangeSet> queue = state.queue();
        for (int place = 0; place < queue.size(); place++) {
            consequences.put("set " + place, queue.get(place).title() + " " + standing(state, queue.get(place)));
        }
        return consequences;
    }

    private String standing(NodeState state, ChangeSet set) {
        Readiness readiness = database.bean(ReadinessOverview.class).of(state, set);
        return readiness.counted().stream()
                        .map(signoff -> signoff.by() + " as " + signoff.role())
                        .sorted()
                        .toList()
                + " "
                + readiness.obstacles().stream()
                        .map(obstacle -> obstacle.sentence().replaceAll("\\b(change set|set|mapping|gate) \\d+", "$1"))
                        .sorted()
                        .toList();
    }

    private String fingerprint(Tables tables, String channel) {
        return Fingerprint.of(tables, database.bean(StoredContents.class), "Firefox", channel)
                .value();
    }
}
