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
 * @param frozen whether nothing may change there at any time
 */
public record Guards(Map<String, Integer> signoffs, List<Gate> gates, boolean frozen) {

    public static final Guards NONE = new Guards(Map.of(), List.of());

    public Guards {
        signoffs = Map.copyOf(signoffs);
        gates = List.copyOf(gates);
    }

    /** Asks for something of somebody. */
    public Guards(Map<String, Integer> signoffs, List<Gate> gates) {
        this(signoffs, gates, false);
    }

    /** Testers of a role, of whom so many must pass a state. */
    public record Gate(String role, int passes) {}

    /** Reads what the tables of configuration say of a pair; of windows those alone that deny each day for all day. */
    public static Guards of(Pair pair, JsonNode requirements, JsonNode gates, JsonNode windows) {
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
        return new Guards(signoffs, found, frozen);
    }

    private static boolean isOf(Pair pair, JsonNode row, String channel) {
        boolean ofProduct = row.path("product").isNull()
                || pair.product().equals(row.path("product").asString(""));
        return ofProduct && pair.channel().equals(row.path(channel).asString(""));
    }

    public boolean names(String role) {
        return signoffs.containsKey(role)
                || gates.stream().anyMatch(gate -> gate.role().equals(role));
    }

    boolean isEmpty() {
        return signoffs.isEmpty() && gates.isEmpty();
    }

    /** What a change of these guards themselves needs: the signoffs, and of a gate as many of its role as passes. */
    Map<String, Integer> toChange() {
        Map<String, Integer> needed = new TreeMap<>(signoffs);
        gates.forEach(gate -> needed.merge(gate.role(), gate.passes(), Math::max));
        return needed;
    }
}
