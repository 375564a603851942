package dev.rehearsal.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What people do to mappings, requirements and gates at once. */
final class ConfigurationActs {

    private final Scene scene;
    private final Turn turn;

    ConfigurationActs(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
    }

    boolean map() {
        Map<String, Object> mapping = scene.random.nextInt(3) == 0
                ? scene.ideas.mapping(World.FREE, World.MAPPABLE)
                : scene.ideas.mapping(scene.ideas.oneOf(List.of(World.GUARDED, World.FREE, World.FREE)), "spare");
        return turn.done("POST", "/api/channel_mappings", mapping).isAccepted();
    }

    boolean unmap() {
        List<JsonNode> mappings = new ArrayList<>();
        for (JsonNode mapping : scene.look(turn.node, "/api/channel_mappings").path("channel_mappings")) {
            if (mapping.path("product").asString("").equals(scene.world.product)
                    && Set.of(World.MAPPABLE, "spare")
                            .contains(mapping.path("test_channel").asString())) {
                mappings.add(mapping);
            }
        }
        if (mappings.isEmpty()) {
            return false;
        }
        JsonNode mapping = scene.ideas.oneOf(mappings);
        return turn.done(
                        "DELETE",
                        Turn.withVersion(
                                "/api/channel_mappings/" + mapping.path("id").asLong(), mapping),
                        null)
                .isAccepted();
    }

    boolean require() {
        Map<String, Object> requirement = scene.ideas.newRequirement();
        requirement.put("channel", scene.random.nextBoolean() ? World.FREE : requirement.get("channel"));
        requirement.put("signoffs_required", 1);
        return turn.done("POST", "/api/required_signoffs/product", requirement).isAccepted();
    }

    boolean ungate() {
        List<JsonNode> gates = new ArrayList<>();
        for (JsonNode gate : scene.look(turn.node, "/api/gates").path("gates")) {
            if (gate.path("product").asString("").equals(scene.world.product)) {
                gates.add(gate);
            }
        }
        if (gates.isEmpty()) {
            return false;
        }
        JsonNode gate = scene.ideas.oneOf(gates);
        return turn.done(
                        "DELETE",
                        Turn.withVersion("/api/gates/" + gate.path("id").asLong(), gate),
                        null)
                .isAccepted();
    }

    boolean unrail() {
        if (scene.ideas.rails.isEmpty()) {
            return false;
        }
        JsonNode rail = scene.ideas.oneOf(scene.ideas.rails);
        return turn.done(
                        "DELETE",
                        Turn.withVersion("/api/guard_rails/" + rail.path("id").asLong(), rail),
                        null)
                .isAccepted();
    }

    boolean thaw() {
        List<JsonNode> windows = new ArrayList<>();
        for (JsonNode window : scene.look(turn.node, "/api/freeze_windows").path("freeze_windows")) {
            if (window.path("product").asString("").equals(scene.world.product)) {
                windows.add(window);
            }
        }
        if (windows.isEmpty()) {
            return false;
        }
        JsonNode window = scene.ideas.oneOf(windows);
        return turn.done(
                        "DELETE",
                        Turn.withVersion(
                                "/api/freeze_windows/" + window.path("id").asLong(), window),
                        null)
                .isAccepted();
    }
}
