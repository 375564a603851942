package dev.rehearsal.change.store;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the changes that wait remember which rows they mean: those that are there now, or that a waiting set adds. */
@Component
public class V41__FillIdentities extends BaseJavaMigration {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param draft whether its set has not entered the queue, so that nothing is reserved yet */
    private record Waiting(long id, String object, String type, String target, ObjectNode content, boolean draft) {}

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        Map<String, Long> releases = new HashMap<>();
        Map<Long, Long> made = new HashMap<>();
        List<Waiting> waiting = waiting(jdbc);
        for (Waiting change : waiting) {
            if (!change.draft() && makes(change)) {
                long reserved = reserve(jdbc);
                made.put(change.id(), reserved);
                if (change.object().equals("release")) {
                    releases.put(change.target(), reserved);
                }
            }
        }
        jdbc.query("select name, incarnation from releases", row -> {
            releases.put(row.getString(1), row.getLong(2));
        });
        Map<String, Long> pins = new HashMap<>();
        jdbc.query("select product, channel, version, incarnation from pins", row -> {
            pins.put(pin(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4));
        });
        jdbc.batchUpdate(
                "update changes set content = ? where id = ?",
                waiting.stream()
                        .map(change ->
                                new Object[] {identified(change, made.get(change.id()), releases, pins), change.id()})
                        .toList());
    }

    private static List<Waiting> waiting(JdbcTemplate jdbc) {
        return jdbc.query(
                "select c.id, c.object, c.change_type, c.target, c.content, s.state from changes c"
                        + " join change_sets s on s.id = c.set_id where s.state in ('draft', 'pending', 'held')"
                        + " and c.object in ('rule', 'release', 'pin') order by s.due, s.id, c.place",
                (row, number) -> new Waiting(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        (ObjectNode) JSON.readTree(row.getString(5)),
                        row.getString(6).equals("draft")));
    }

    private static boolean makes(Waiting change) {
        return change.object().equals("release") && change.type().equals("insert")
                || change.object().equals("pin")
                        && change.content().path("mapping").path("value").isString();
    }

    private static long reserve(JdbcTemplate jdbc) {
        Long reserved = jdbc.queryForObject("select nextval('incarnations')", Long.class);
        return reserved == null ? 0 : reserved;
    }

    private static String identified(
            Waiting change, @Nullable Long made, Map<String, Long> releases, Map<String, Long> pins) {
        ObjectNode content = change.content();
        Identity identity = Identity.UNKNOWN.making(made).ofRow(row(change, releases, pins));
        for (JsonNode name : named(change)) {
            Long release = name.isString() ? releases.get(name.asString()) : null;
            if (release != null) {
                identity = identity.naming(new ReleaseName(name.asString()), release);
            }
        }
        if (!identity.equals(Identity.UNKNOWN)) {
            content.set(ChangeJson.IDENTITY, ChangeJson.identity(identity));
        }
        return content.toString();
    }

    private static @Nullable Long row(Waiting change, Map<String, Long> releases, Map<String, Long> pins) {
        JsonNode content = change.content();
        return switch (change.object() + " " + change.type()) {
            case "release update", "release delete" -> releases.get(change.target());
            case "pin insert", "pin update", "pin delete" ->
                pins.get(pin(
                        content.path("product").asString(),
                        content.path("channel").asString(),
                        content.path("version").asString()));
            default -> null;
        };
    }

    private static List<JsonNode> named(Waiting change) {
        JsonNode content = change.content();
        return switch (change.object() + " " + change.type()) {
            case "rule insert" ->
                List.of(
                        content.path("rule").path("mapping"),
                        content.path("rule").path("fallbackMapping"));
            case "rule update" ->
                List.of(
                        content.path("fields").path("mapping").path("value"),
                        content.path("fields").path("fallbackMapping").path("value"));
            case "pin insert", "pin update" -> List.of(content.path("mapping").path("value"));
            default -> List.of();
        };
    }

    private static String pin(String product, String channel, String version) {
        return String.join("\n", product, channel, version);
    }
}
