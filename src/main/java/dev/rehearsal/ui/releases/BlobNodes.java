package dev.rehearsal.ui.releases;

import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.live.StoredContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a blob's tree. Of an application release the locales are read one by one, each when somebody opens it.
 */
class BlobNodes extends AbstractBackEndHierarchicalDataProvider<BlobNode, Void> {

    private static final String PLATFORMS = "platforms";
    private static final String LOCALES = "locales";

    private final transient StoredContents contents;
    private final transient List<BlobNode> roots;

    BlobNodes(Manifest manifest, StoredContents contents) {
        this.contents = contents;
        JsonNode base = part(Objects.requireNonNull(manifest.parts().get(BlobParts.BASE_PATH)));
        SortedMap<String, SortedMap<String, ContentHash>> locales = localesByPlatform(manifest);
        List<BlobNode> found = new ArrayList<>();
        base.properties().stream()
                .filter(field -> locales.isEmpty() || !field.getKey().equals(PLATFORMS))
                .forEach(field -> found.add(value("", field)));
        if (!locales.isEmpty()) {
            found.add(platforms(base.path(PLATFORMS), locales));
        }
        this.roots = List.copyOf(found);
    }

    /** Paths are {@code .platforms.P.locales.L}; neither name has a dot. */
    private static SortedMap<String, SortedMap<String, ContentHash>> localesByPlatform(Manifest manifest) {
        SortedMap<String, SortedMap<String, ContentHash>> locales = new TreeMap<>();
        manifest.parts().forEach((path, content) -> {
            if (!path.equals(BlobParts.BASE_PATH)) {
                String[] steps = path.split("\\.", -1);
                locales.computeIfAbsent(steps[2], platform -> new TreeMap<>()).put(steps[4], content);
            }
        });
        return locales;
    }

    private static BlobNode platforms(JsonNode inBase, SortedMap<String, SortedMap<String, ContentHash>> locales) {
        SortedMap<String, BlobNode> platforms = new TreeMap<>();
        inBase.properties().forEach(platform -> platforms.put(platform.getKey(), value("." + PLATFORMS, platform)));
        locales.forEach((platform, parts) -> {
            String id = "." + PLATFORMS + "." + platform;
            List<BlobNode> children = new ArrayList<>();
            inBase.path(platform).properties().forEach(field -> children.add(value(id, field)));
            List<BlobNode> ofLocales = new ArrayList<>();
            parts.forEach((locale, content) ->
                    ofLocales.add(new BlobNode.Part(BlobParts.localePath(platform, locale), locale, content)));
            children.add(new BlobNode.Group(id + "." + LOCALES, LOCALES, List.copyOf(ofLocales)));
            platforms.put(platform, new BlobNode.Group(id, platform, List.copyOf(children)));
        });
        return new BlobNode.Group("." + PLATFORMS, PLATFORMS, List.copyOf(platforms.values()));
    }

    private static BlobNode value(String parent, Map.Entry<String, JsonNode> field) {
        return new BlobNode.Value(parent + "." + field.getKey(), field.getKey(), field.getValue());
    }

    private JsonNode part(ContentHash content) {
        return contents.part(content).orElseThrow();
    }

    /** The lines below one; of all of them for null. */
    List<BlobNode> below(@Nullable BlobNode parent) {
        return switch (parent) {
            case null -> roots;
            case BlobNode.Group group -> group.children();
            case BlobNode.Part part -> fields(part.id(), part(part.content()));
            case BlobNode.Value value -> fields(value.id(), value.json());
        };
    }

    private static List<BlobNode> fields(String parent, JsonNode json) {
        if (!json.isArray()) {
            return json.properties().stream().map(field -> value(parent, field)).toList();
        }
        List<BlobNode> elements = new ArrayList<>();
        for (int at = 0; at < json.size(); at++) {
            elements.add(new BlobNode.Value(parent + "[" + at + "]", "[" + at + "]", json.get(at)));
        }
        return elements;
    }

    @Override
    public Object getId(BlobNode node) {
        return node.id();
    }

    @Override
    public int getChildCount(HierarchicalQuery<BlobNode, Void> query) {
        return below(query.getParent()).size();
    }

    @Override
    public boolean hasChildren(BlobNode node) {
        return switch (node) {
            case BlobNode.Group group -> !group.children().isEmpty();
            case BlobNode.Part _ -> true;
            case BlobNode.Value value ->
                value.json().isContainer() && !value.json().isEmpty();
        };
    }

    @Override
    protected Stream<BlobNode> fetchChildrenFromBackEnd(HierarchicalQuery<BlobNode, Void> query) {
        return below(query.getParent()).stream().skip(query.getOffset()).limit(query.getLimit());
    }
}
