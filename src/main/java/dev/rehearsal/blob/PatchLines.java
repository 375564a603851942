package dev.rehearsal.blob;

import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the {@code <patch>} lines of one answer: of each kind the first file that can be served. */
final class PatchLines {

    private final StringBuilder out;
    private final int start;
    private final Rendering rendering;
    private final UpdateQuery query;
    private final @Nullable String hashFunction;
    private final FileUrls urls;
    private final Platform platform;
    private final Platform.Content content;
    private final String locale;
    private final @Nullable String urlBlock;
    private boolean anyBroken;

    PatchLines(
            StringBuilder out,
            Rendering rendering,
            @Nullable String hashFunction,
            FileUrls urls,
            Platform platform,
            Platform.Content content,
            String locale) {
        this.out = out;
        this.start = out.length();
        this.rendering = rendering;
        this.query = rendering.query();
        this.hashFunction = hashFunction;
        this.urls = urls;
        this.platform = platform;
        this.content = content;
        this.locale = locale;
        this.urlBlock = urls.blockFor(query.channel(), query.fallbackChannel());
    }

    void appendFirst(Patch.Kind kind, List<Patch> patches) {
        for (int i = 0; i < patches.size(); i++) {
            Patch patch = patches.get(i);
            String url = updatesClient(patch) ? urlOf(kind, patch) : null;
            if (url != null && !rendering.urls().forbids(url, query.product())) {
                if (hashFunction != null) {
                    append(kind, patch, url, hashFunction);
                    return;
                }
                anyBroken = true;
            }
        }
    }

    /** Whether nothing was written, and there was a file that Balrog fails on instead of leaving it out. */
    boolean onlyBroken() {
        return anyBroken && out.length() == start;
    }

    private boolean updatesClient(Patch patch) {
        if (patch.source() == null) {
            return true;
        }
        Blob source = rendering.releases().blob(patch.source());
        if (source == null) {
            return false;
        }
        Platforms.SourceMatch match = source instanceof AppBlob app
                ? app.platforms().areRunBy(query, platform.served())
                : Platforms.SourceMatch.UNKNOWN;
        anyBroken |= match == Platforms.SourceMatch.UNKNOWN;
        return match == Platforms.SourceMatch.SAME;
    }

    private @Nullable String urlOf(Patch.Kind kind, Patch patch) {
        String url = patch.fileUrl();
        if (url == null && urlBlock != null) {
            Template template = urls.find(urlBlock, kind, patch.from());
            url = template == null ? null : urls.fill(template, kind, patch.from(), content, locale);
        }
        if (url == null) {
            anyBroken |= !urls.mayLack(kind);
            return null;
        }
        return rendering.urls().withForce(url, query.force());
    }

    private void append(Patch.Kind kind, Patch patch, String url, String hashFunction) {
        out.append("        <patch type=\"").append(kind.wireName);
        out.append("\" URL=\"").append(AttributeText.safe(url));
        out.append("\" hashFunction=\"").append(AttributeText.safe(hashFunction));
        out.append("\" hashValue=\"").append(AttributeText.safe(patch.hashValue()));
        out.append("\" size=\"").append(AttributeText.safe(patch.size()));
        if (patch.proof() != null) {
            out.append("\" binTransInclusionProof=\"").append(AttributeText.safe(patch.proof()));
        }
        out.append("\"/>\n");
    }
}
