package dev.rehearsal.blob;

import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * System add-ons, or the order to remove them all: schema 5000. Always served; where nothing fits, the document has two
 * empty lines instead of a list of add-ons (a Balrog fact).
 */
public final class SystemAddonsBlob extends XmlBlob {

    private final @Nullable String hashFunction;
    private final AddonList addons;
    private final boolean uninstall;

    /** @param hashFunction null where the blob names none; then none of its add-ons can be served */
    SystemAddonsBlob(String name, @Nullable String hashFunction, AddonList addons, boolean uninstall, int weight) {
        super(name, weight);
        this.hashFunction = hashFunction;
        this.addons = addons;
        this.uninstall = uninstall;
    }

    @Override
    void appendHeader(StringBuilder out, Rendering rendering) {
        out.append(hasList(rendering) ? AddonList.HEADER : "");
    }

    @Override
    void appendParts(StringBuilder out, Rendering rendering) {
        for (AddonList.Addon addon : addons.addons()) {
            AddonList.AddonFile file = servedFile(addon, rendering);
            if (file != null) {
                AddonList.appendAddon(out, addon, file, hashFunction, List.of());
            }
        }
    }

    @Override
    void appendFooter(StringBuilder out, Rendering rendering) {
        out.append(hasList(rendering) ? AddonList.FOOTER : "");
    }

    @Override
    public Set<ClientFile> filesOn(String channel) {
        return hashFunction == null ? Set.of() : addons.files();
    }

    @Override
    public boolean hasByDefault(ClientFile wanted) {
        return hashFunction != null && addons.has(wanted);
    }

    @Override
    public Stream<String> fileUrls() {
        return addons.fileUrls();
    }

    private boolean hasList(Rendering rendering) {
        if (uninstall) {
            return true;
        }
        for (AddonList.Addon addon : addons.addons()) {
            if (servedFile(addon, rendering) != null) {
                return true;
            }
        }
        return false;
    }

    private static AddonList.@Nullable AddonFile servedFile(AddonList.Addon addon, Rendering rendering) {
        UpdateQuery query = rendering.query();
        AddonList.AddonFile file = addon.find(query.buildTarget());
        return file == null || rendering.urls().forbids(file.url(), query.product()) ? null : file;
    }
}
