package dev.rehearsal.blob;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a release answers to a query, with the other releases and the configuration that the test gives. */
final class Answering {

    private final Blob blob;
    private final Map<String, Blob> releases = new HashMap<>();
    private UpdateType updateType = UpdateType.MINOR;
    private UrlPolicy urls = UrlPolicy.OPEN;

    private Answering(Blob blob) {
        this.blob = blob;
    }

    static Answering the(BlobBuilder blob) {
        return new Answering(blob.compiled());
    }

    /** The usual client on the one platform of {@link BlobBuilder#aRelease}. */
    static QueryBuilder aClient() {
        return QueryBuilder.aQuery().onBuildTarget(BlobBuilder.PLATFORM);
    }

    Answering beside(BlobBuilder other) {
        Blob compiled = other.compiled();
        releases.put(compiled.name(), compiled);
        return this;
    }

    Answering asMajorUpdate() {
        updateType = UpdateType.MAJOR;
        return this;
    }

    /** @param hosts as in an allow-list file */
    Answering allowing(String hosts) {
        urls = new UrlPolicy(AllowList.read(BlobBuilder.parse(hosts)).allowList(), urls.specialForceHosts());
        return this;
    }

    Answering passingForceTo(String... beginnings) {
        urls = new UrlPolicy(urls.allowList(), List.of(beginnings));
        return this;
    }

    String to(QueryBuilder query) {
        StringBuilder out = new StringBuilder();
        UpdateXml.append(out, (XmlBlob) blob, rendering(query.build()));
        return out.toString();
    }

    String jsonTo(QueryBuilder query) {
        return ((GuardianBlob) blob).json(query.build(), urls);
    }

    /** Returns the lines of the answer between the update line and its end. */
    List<String> patchesTo(QueryBuilder query) {
        return to(query)
                .lines()
                .filter(line -> line.contains("<patch "))
                .map(String::strip)
                .toList();
    }

    String updateLineTo(QueryBuilder query) {
        return to(query)
                .lines()
                .filter(line -> line.contains("<update "))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    Rendering rendering(UpdateQuery query) {
        return new Rendering(query, updateType, BlobBuilder.releases(releases), urls);
    }
}
