package dev.rehearsal.blob;

import dev.rehearsal.blob.AddonList.Addon;
import dev.rehearsal.blob.AddonList.AddonFile;
import dev.rehearsal.blob.AddonList.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compiles the add-ons of blobs of schemas 1000 and 5000. */
final class AddonCompiler {

    private static final int ADDON = 64;
    private static final int FILE = 64;

    private AddonCompiler() {}

    static AddonList compile(Compilation compilation, JsonNode blob, String field) {
        Map<String, JsonNode> byId = new TreeMap<>();
        blob.path(field).properties().forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
        List<Addon> addons = new ArrayList<>();
        byId.forEach((id, addon) -> {
            compilation.takes(ADDON);
            addons.add(new Addon(
                    compilation.keep(id),
                    compilation.textOr(addon, "version", ""),
                    compilation.map(addon, "platforms", platform -> entry(compilation, platform))));
        });
        return new AddonList(List.copyOf(addons));
    }

    private static Entry entry(Compilation compilation, JsonNode platform) {
        compilation.takes(FILE);
        String url = compilation.text(platform, "fileUrl");
        String hashValue = compilation.text(platform, "hashValue");
        String size = compilation.textOrNumber(platform, "filesize");
        AddonFile file = url == null || hashValue == null || size == null
                ? null
                : new AddonFile(url, compilation.textList(platform, "mirrorUrls"), hashValue, size);
        return new Entry(compilation.text(platform, "alias"), file);
    }
}
