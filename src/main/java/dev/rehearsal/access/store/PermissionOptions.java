package dev.rehearsal.access.store;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options column of a permission. */
final class PermissionOptions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PermissionOptions() {}

    static String write(Permission permission) {
        ObjectNode json = JSON.createObjectNode();
        if (!permission.products().isEmpty()) {
            ArrayNode products = json.putArray("products");
            permission.products().stream().sorted().forEach(products::add);
        }
        if (!permission.actions().isEmpty()) {
            ArrayNode actions = json.putArray("actions");
            permission.actions().stream().sorted().forEach(action -> actions.add(action.wireName()));
        }
        return json.toString();
    }

    static Permission read(PermissionName name, String options, int dataVersion) {
        JsonNode json = JSON.readTree(options);
        Set<String> products = new HashSet<>();
        json.path("products").forEach(product -> products.add(product.asString()));
        Set<Action> actions = new HashSet<>();
        json.path("actions")
                .forEach(action -> actions.add(Action.named(action.asString()).orElseThrow()));
        return new Permission(name, actions, products, dataVersion);
    }
}
