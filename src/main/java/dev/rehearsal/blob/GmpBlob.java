package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Media plugins: schema 1000. Always served, the client decides what it needs. */
public final class GmpBlob extends XmlBlob {

    private final @Nullable String hashFunction;
    private final AddonList vendors;

    /** @param hashFunction null where the blob names none; then none of its plugins can be served */
    GmpBlob(String name, @Nullable String hashFunction, AddonList vendors, int weight) {
        super(name, weight);
        this.hashFunction = hashFunction;
        this.vendors = vendors;
    }

    @Override
    void appendHeader(StringBuilder out, Rendering rendering) {
        out.append(AddonList.HEADER);
    }

    /** A vendor without a usable file is left out; one whose alias leads nowhere fails the query (a Balrog fact). */
    @Override
    void appendParts(StringBuilder out, Rendering rendering) {
        UpdateQuery query = rendering.query();
        for (AddonList.Addon vendor : vendors.addons()) {
            String missing = vendor.danglingAlias(query.buildTarget());
            if (missing != null) {
                throw new BadQueryException("No platform '%s' in vendor '%s' " + missing + " " + vendor.id());
            }
            AddonList.AddonFile file = vendor.find(query.buildTarget());
            if (file != null && !rendering.urls().forbids(file.url(), query.product())) {
                AddonList.appendAddon(out, vendor, file, hashFunction, allowedMirrors(file, rendering));
            }
        }
    }

    @Override
    void appendFooter(StringBuilder out, Rendering rendering) {
        out.append(AddonList.FOOTER);
    }

    @Override
    public Set<ClientFile> filesOn(String channel) {
        return hashFunction == null ? Set.of() : vendors.files();
    }

    @Override
    public boolean hasByDefault(ClientFile wanted) {
        return hashFunction != null && vendors.has(wanted);
    }

    @Override
    public Stream<String> fileUrls() {
        return vendors.fileUrls();
    }

    private static List<String> allowedMirrors(AddonList.AddonFile file, Rendering rendering) {
        if (file.mirrorUrls().isEmpty() || rendering.urls().allowList() == null) {
            return file.mirrorUrls();
        }
        return file.mirrorUrls().stream()
                .filter(url -> !rendering.urls().forbids(url, rendering.query().product()))
                .toList();
    }
}
