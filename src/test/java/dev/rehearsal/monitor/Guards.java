package dev.rehearsal.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a pair asks for.
 *
 * @param signoffs how many, by role
 * @param rails the guard rails that block
 * @param frozen whether nothing may change there at any time
 */
public record Guards(Map<String, Integer> signoffs, List<Gate> gates, List<Rail> rails, boolean frozen) {

    public static final Guards NONE = new Guards(Map.of(), List.of());

    public Guards {
        signoffs = Map.copyOf(signoffs);
        gates = List.copyOf(gates);
        rails = List.copyOf(rails);
    }

    /** Asks for something of somebody. */
    public Guards(Map<String, Integer> signoffs, List<Gate> gates) {
        this(signoffs, gates, false);
    }

    /** Has no guard rails. */
    public Guards(Map<String, Integer> signoffs, List<Gate> gates, boolean frozen) {
        this(signoffs, gates, List.of(), frozen);
    }

    /** Testers of a role, of whom so many must pass a state. */
    public record Gate(String role, int passes) {}

    /** What a change must not do, and whose role may pass over that. */
    public record Rail(long id, String kind, String passedBy) {}

    /** Reads what the tables of configuration say of a pair; of windows those alone that deny each day for all day. */
    public static Guards of(Pair pair, JsonNode requirements, JsonNode gates, JsonNode windows, JsonNode rails) {
        Map<String, Integer> signoffs = new TreeMap<>();
        for (JsonNode row : requirements.path("required_signoffs")) {
            if (isOf(pair, row, "channel")) {
                signoffs.merge(
                        row.path("role").asString(),
                        row.path("signoffs_required").asInt(),
                        Math::max);
            }
        }
        List<Gate> found = new ArrayList<>();
        for (JsonNode row : gates.path("gates")) {
            if (isOf(pair, row, "live_channel")) {
                found.add(new Gate(
                        row.path("role").asString(), row.path("passes_required").asInt()));
            }
        }
        boolean frozen = windows.path("freeze_windows")
                .valueStream()
                .anyMatch(row -> isOf(pair, row, "live_channel")
                        && row.path("effect").asString().equals("deny")
                        && row.path("cron").asString().equals("0 0 0 * * *")
                        && row.path("duration").asString().equals("PT24H"));
        List<Rail> blocking = new ArrayList<>();
        for (JsonNode row : rails.path("guard_rails")) {
            if (isOf(pair, row, "live_channel") && row.path("mode").asString().equals("block")) {
                blocking.add(new Rail(
                        row.path("id").asLong(),
                        row.path("kind").asString(),
                        row.path("passed_by").asString()));
            }
        }
        return new Guards(signoffs, found, blocking, frozen);
    }

    private static boolean isOf(Pair pair, JsonNode row, String channel) {
        boolean ofProduct = row.path("product").isNull()
                || pair.product().equals(row.path("product").asString(""));
        return ofProduct && pair.channel().equals(row.path(channel).asString(""));
    }

    public boolean names(String role) {
        return signoffs.containsKey(role)
                || gates.stream().anyMatch(gate -> gate.role().equals(role))
                || rails.stream().anyMatch(rail -> rail.passedBy().equals(role));
    }

    boolean isEmpty() {
        return signoffs.isEmpty() && gates.isEmpty() && rails.isEmpty();
    }

    /** What a change of these guards themselves needs: the signoffs, and of a gate as many of its role as passes. */
    Map<String, Integer> toChange() {
        Map<String, Integer> needed = new TreeMap<>(signoffs);
        gates.forEach(gate -> needed.merge(gate.role(), gate.passes(), Math::max));
        rails.forEach(rail -> needed.merge(rail.passedBy(), 1, Math::max));
        return needed;
    }
}
