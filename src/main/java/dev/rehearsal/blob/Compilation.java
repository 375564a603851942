package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The compiling of one blob: reads fields leniently, since what an alias holds beside its target is not checked, keeps
 * each text once, and adds up the memory that is taken.
 */
final class Compilation {

    /** What a text takes beside its characters, its place in a collection included. */
    private static final int TEXT_OVERHEAD = 64;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ReleaseName> releaseNames = new HashMap<>();
    private int weight;

    void takes(int bytes) {
        weight += bytes;
    }

    /** Approximate bytes so far. */
    int weight() {
        return weight;
    }

    String keep(String text) {
        String known = texts.putIfAbsent(text, text);
        if (known != null) {
            return known;
        }
        takes(TEXT_OVERHEAD + text.length());
        return text;
    }

    ReleaseName releaseName(String name) {
        return releaseNames.computeIfAbsent(keep(name), ReleaseName::new);
    }

    /** Returns the text of a field; null where there is no such field, or it is no text. */
    @Nullable
    String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? keep(value.stringValue()) : null;
    }

    String textOr(JsonNode object, String field, String otherwise) {
        String text = text(object, field);
        return text == null ? otherwise : text;
    }

    /** Text or a number as Balrog prints it; null for anything else. */
    @Nullable
    String textOrNumber(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNumber()) {
            return keep(JsonNumber.printed(value));
        }
        return text(object, field);
    }

    static boolean isTrue(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isBoolean() && value.booleanValue();
    }

    /** The texts of a list; empty where there is no list. */
    List<String> textList(JsonNode object, String field) {
        List<String> list = new ArrayList<>();
        for (JsonNode element : array(object, field)) {
            if (element.isString()) {
                list.add(keep(element.stringValue()));
            }
        }
        return List.copyOf(list);
    }

    /** The elements of a list; none where there is no list. */
    static Iterable<JsonNode> array(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isArray() ? value : List.of();
    }

    /**
     * The fields of an object by name, without those that come out null; empty where there is no object.
     *
     * @param compile gives null for what cannot be used
     */
    <T> Map<String, T> map(JsonNode object, String field, Function<JsonNode, @Nullable T> compile) {
        Map<String, T> map = new HashMap<>();
        object.path(field).properties().forEach(entry -> {
            T value = compile.apply(entry.getValue());
            if (value != null) {
                map.put(keep(entry.getKey()), value);
            }
        });
        takes(32 * map.size());
        return Map.copyOf(map);
    }
}
