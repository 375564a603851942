package dev.rehearsal.blob;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts blobs together that were written apart; what is given is never changed. */
public final class BlobMerge {

    /** Two writers want different things of one place. */
    public static final class Clash extends Exception {

        private final String place;

        private Clash(String place) {
            super("both sides changed " + place, null, false, false);
            this.place = place;
        }

        /** Keys joined by dots. */
        public String place() {
            return place;
        }
    }

    private BlobMerge() {}

    /** Objects are merged key by key, at any depth; anything else replaces what was there (a Balrog fact). */
    public static ObjectNode laidOver(ObjectNode base, ObjectNode fragment) {
        ObjectNode merged = base.deepCopy();
        lay(fragment, merged);
        return merged;
    }

    private static void lay(ObjectNode fragment, ObjectNode merged) {
        fragment.properties().forEach(property -> {
            if (merged.get(property.getKey()) instanceof ObjectNode below
                    && property.getValue() instanceof ObjectNode over) {
                lay(over, below);
            } else {
                merged.set(property.getKey(), property.getValue().deepCopy());
            }
        });
    }

    /**
     * What two writers come to who both began at the same blob. Lists are sets of elements (a Balrog fact).
     *
     * @throws Clash where they cannot both have what they want
     */
    public static ObjectNode threeWay(ObjectNode ancestor, ObjectNode theirs, ObjectNode ours) throws Clash {
        return threeWay(ancestor, theirs, ours, "");
    }

    private static ObjectNode threeWay(ObjectNode ancestor, ObjectNode theirs, ObjectNode ours, String place)
            throws Clash {
        Set<String> keys = new TreeSet<>(theirs.propertyNames());
        keys.addAll(ours.propertyNames());
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String key : keys) {
            JsonNode value = threeWay(
                    ancestor.get(key), theirs.get(key), ours.get(key), place.isEmpty() ? key : place + "." + key);
            if (value != null) {
                merged.set(key, value);
            }
        }
        return merged;
    }

    private static @Nullable JsonNode threeWay(
            @Nullable JsonNode ancestor, @Nullable JsonNode theirs, @Nullable JsonNode ours, String place)
            throws Clash {
        if (Objects.equals(theirs, ours) || Objects.equals(ancestor, ours)) {
            return theirs;
        }
        if (Objects.equals(ancestor, theirs)) {
            return ours;
        }
        if (theirs instanceof ObjectNode one && ours instanceof ObjectNode other) {
            return threeWay(
                    ancestor instanceof ObjectNode before ? before : JsonNodeFactory.instance.objectNode(),
                    one,
                    other,
                    place);
        }
        if (theirs instanceof ArrayNode one && ours instanceof ArrayNode other) {
            return threeWay(ancestor instanceof ArrayNode before ? before : List.of(), one, other);
        }
        throw new Clash(place);
    }

    /** What both kept, and what either added: theirs first, each in its order. */
    private static ArrayNode threeWay(Iterable<JsonNode> ancestor, ArrayNode theirs, ArrayNode ours) {
        Set<JsonNode> before = elements(ancestor);
        Set<JsonNode> inTheirs = elements(theirs);
        Set<JsonNode> inOurs = elements(ours);
        List<JsonNode> merged = new ArrayList<>();
        for (JsonNode element : inTheirs) {
            if (inOurs.contains(element) || !before.contains(element)) {
                merged.add(element);
            }
        }
        for (JsonNode element : inOurs) {
            if (!inTheirs.contains(element) && !before.contains(element)) {
                merged.add(element);
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(merged);
    }

    private static Set<JsonNode> elements(Iterable<JsonNode> list) {
        Set<JsonNode> elements = new LinkedHashSet<>();
        list.forEach(elements::add);
        return elements;
    }
}
