package dev.rehearsal.approval.store;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The form in which the items of a signoff are kept: an object of names and hex digits. */
final class SignedItemsJson {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private SignedItemsJson() {}

    static String write(Map<String, String> items) {
        return JSON.writeValueAsString(new TreeMap<>(items));
    }

    static Map<String, String> read(String text) {
        return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
    }
}
