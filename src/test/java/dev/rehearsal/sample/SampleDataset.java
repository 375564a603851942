package dev.rehearsal.sample;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.channel.ChannelMappings;
import dev.rehearsal.channel.MappingProposal;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.pin.Pin;
import dev.rehearsal.pin.PinnedReleases;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.shutoff.EmergencyShutoffs;
import dev.rehearsal.shutoff.Shutoff;
import dev.rehearsal.staging.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's data, written into an empty database. */
public final class SampleDataset {

    private static final Actor LOADER = new Actor("sample");

    private final ApplicationContext application;
    private final JsonNode json;

    private SampleDataset(ApplicationContext application, JsonNode json) {
        this.application = application;
        this.json = json;
    }

    public static void loadInto(ApplicationContext application) {
        try (InputStream dataset = SampleDataset.class.getResourceAsStream("/sample/dataset.json")) {
            new SampleDataset(application, JsonMapper.shared().readTree(Objects.requireNonNull(dataset))).load();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void load() {
        application.getBean(Journal.class).write(LOADER, Touches.LIVE, entry -> {
            loadTables(entry);
            json.path("channel_mappings")
                    .forEach(mapping -> application
                            .getBean(ChannelMappings.class)
                            .add(
                                    entry,
                                    new MappingProposal(
                                            text(mapping, "product"),
                                            mapping.get("live_channel").stringValue(),
                                            mapping.get("test_channel").stringValue(),
                                            Scope.parse(mapping.get("scope").stringValue()))));
            return entry;
        });
        json.path("change_sets").forEach(this::schedule);
    }

    private void loadTables(Entry entry) {
        ReleaseWriting releases = application.getBean(ReleaseWriting.class);
        for (JsonNode row : json.path("releases")) {
            ReleaseName name = new ReleaseName(row.get("name").stringValue());
            String product = row.get("product").stringValue();
            Manifest manifest = releases.store(name, product, row.get("blob"), "");
            releases.insert(
                    entry,
                    name,
                    product,
                    row.path("read_only").booleanValue(false),
                    row.path("data_version").intValue(1),
                    manifest);
        }
        application
                .getBean(Rules.class)
                .importAll(
                        entry,
                        json.path("rules")
                                .valueStream()
                                .map(SampleDataset::rule)
                                .toList());
        application
                .getBean(PinnedReleases.class)
                .importAll(
                        entry,
                        json.path("pinnable_releases")
                                .valueStream()
                                .map(row -> new Pin(
                                        row.get("product").stringValue(),
                                        row.get("channel").stringValue(),
                                        row.get("version").stringValue(),
                                        new ReleaseName(row.get("mapping").stringValue()),
                                        row.path("data_version").intValue(1)))
                                .toList());
        application
                .getBean(EmergencyShutoffs.class)
                .importAll(
                        entry,
                        json.path("emergency_shutoffs")
                                .valueStream()
                                .map(row -> new Shutoff(
                                        row.get("product").stringValue(),
                                        row.get("channel").stringValue(),
                                        text(row, "comment"),
                                        1))
                                .toList());
    }

    private void schedule(JsonNode set) {
        List<Proposal> changes =
                set.get("changes").valueStream().map(SampleDataset::proposal).toList();
        application
                .getBean(ChangeSets.class)
                .schedule(
                        new Actor(set.get("author").stringValue()),
                        set.get("title").stringValue(),
                        due(set.get("due").stringValue().substring(1)),
                        changes);
    }

    private static Instant due(String fromNow) {
        return fromNow.contains("T")
                ? Instant.now().plus(Duration.parse(fromNow))
                : Instant.now()
                        .atZone(ZoneOffset.UTC)
                        .plus(Period.parse(fromNow))
                        .toInstant();
    }

    private static Proposal proposal(JsonNode change) {
        String what = change.get("object").stringValue() + " "
                + change.get("change_type").stringValue();
        return switch (what) {
            case "rule insert" -> new Proposal.AddRule(fields(change));
            case "rule update" -> new Proposal.EditRule(id(change), null, fields(change));
            case "rule delete" -> new Proposal.RemoveRule(id(change), null);
            case "release insert" ->
                new Proposal.AddRelease(
                        name(change), text(change, "product") + "", false, (ObjectNode) change.get("blob"));
            case "release update" ->
                new Proposal.ReplaceRelease(
                        name(change), null, text(change, "product"), (ObjectNode) change.get("blob"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static RuleId id(JsonNode change) {
        return new RuleId(change.get("rule_id").longValue());
    }

    private static ReleaseName name(JsonNode change) {
        return new ReleaseName(change.get("name").stringValue());
    }

    private static Rule rule(JsonNode row) {
        return RuleFields.ofImport(fields(row))
                .toRule(id(row), row.path("data_version").intValue(1));
    }

    private static Map<String, @Nullable Object> fields(JsonNode row) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        row.properties().forEach(property -> {
            if (RuleField.named(property.getKey()) != null) {
                fields.put(property.getKey(), value(property.getValue()));
            }
        });
        return fields;
    }

    private static @Nullable Object value(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNumber() ? json.intValue() : json.stringValue();
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.path(field).stringValue(null);
    }
}
