package dev.rehearsal.blob;

import dev.rehearsal.blob.Offer.Nothing;
import dev.rehearsal.blob.Offer.Nothing.Why;
import dev.rehearsal.matching.LooseVersion;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A release of the VPN client: schema 10000. The only kind that is answered as JSON. */
public final class GuardianBlob implements Blob {

    private static final String NO_FILE = "{}";

    private final String name;
    private final String version;
    private final @Nullable Boolean required;
    private final String hashFunction;
    private final Map<String, PlatformFile> platforms;
    private final int weight;

    record PlatformFile(String url, String hashValue) {}

    /** @param required null where the blob does not say; then it cannot be served */
    GuardianBlob(
            String name,
            String version,
            @Nullable Boolean required,
            String hashFunction,
            Map<String, PlatformFile> platforms,
            int weight) {
        this.name = name;
        this.version = version;
        this.required = required;
        this.hashFunction = hashFunction;
        this.platforms = platforms;
        this.weight = weight;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Offer offerTo(UpdateQuery query) {
        if (!platforms.containsKey(query.buildTarget())) {
            return new Nothing(Why.NO_SUCH_PLATFORM, "", query.buildTarget());
        }
        if (LooseVersion.parse(query.version()).compareTo(LooseVersion.parse(version)) >= 0) {
            return new Nothing(Why.NO_NEWER_VERSION, version, query.version());
        }
        return Offer.Update.NEWER;
    }

    /** Returns the version that it brings, as it is written. */
    public String version() {
        return version;
    }

    /**
     * The whole JSON answer, spaced as Balrog spaces it; <code>{}</code> where there is no file or its host is forbidden.
     *
     * @throws UnanswerableException if the blob does not say whether the update is required
     */
    public String json(UpdateQuery query, UrlPolicy urls) {
        PlatformFile file = platforms.get(query.buildTarget());
        if (file == null || file.url.isEmpty() || urls.forbids(file.url, query.product())) {
            return NO_FILE;
        }
        if (required == null) {
            throw new UnanswerableException("The release does not say whether it is required.");
        }
        StringBuilder out = new StringBuilder("{\"version\": ");
        appendText(out, version);
        out.append(", \"url\": ");
        appendText(out, file.url);
        out.append(", \"required\": ").append(required.booleanValue());
        out.append(", \"hashFunction\": ");
        appendText(out, hashFunction);
        out.append(", \"hashValue\": ");
        appendText(out, file.hashValue);
        return out.append('}').toString();
    }

    @Override
    public Set<ClientFile> filesOn(String channel) {
        Set<ClientFile> files = new HashSet<>();
        platforms.forEach((platform, file) -> {
            if (required != null && !file.url.isEmpty()) {
                files.add(new ClientFile(platform, "", "", true));
            }
        });
        return files;
    }

    @Override
    public Stream<String> fileUrls() {
        return platforms.values().stream().map(PlatformFile::url);
    }

    @Override
    public int weight() {
        return weight;
    }

    /** As Python writes JSON: everything but printable ASCII is escaped. */
    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        out.append('"');
    }
}
