package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.Titles;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Proposal.Seen;
import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Balrog's body for writing a piece of a release, and of others along with it.
 *
 * @param copyTo releases that get the same, whatever their versions are
 */
record PartialRelease(
        ReleaseName name,
        String product,
        Seen seen,
        Proposal.BlobStart start,
        ObjectNode data,
        List<ReleaseName> copyTo,
        List<String> aliases) {

    static PartialRelease read(ReleaseName name, JsonFields fields) {
        String product = fields.text("product");
        ObjectNode data = BlobJson.read(fields, "data");
        PartialRelease partial = new PartialRelease(
                name,
                product,
                seen(fields),
                new Proposal.BlobStart(schemaVersion(fields, data), hashFunction(fields, data)),
                data,
                fields.texts("copyTo").stream().map(ReleaseName::new).toList(),
                fields.texts("alias"));
        fields.refuseProblems();
        partial.all().forEach(Titles::refuseLongName);
        return partial;
    }

    static Seen seen(JsonFields fields) {
        return fields.has("data_version") ? new Seen.At(fields.integer("data_version")) : new Seen.None();
    }

    /** One proposal for the release itself and one for each that gets a copy. */
    List<Proposal> forEach(BiFunction<ReleaseName, Seen, Proposal> write) {
        List<Proposal> proposals = new ArrayList<>();
        for (ReleaseName release : all()) {
            proposals.add(write.apply(release, release.equals(name) ? seen : new Seen.Whatever()));
        }
        return proposals;
    }

    private Set<ReleaseName> all() {
        Set<ReleaseName> all = new LinkedHashSet<>();
        all.add(name);
        all.addAll(copyTo);
        return all;
    }

    /** Said beside the piece, or in it where that is a top level (a Balrog fact). */
    private static int schemaVersion(JsonFields fields, ObjectNode data) {
        if (fields.has("schema_version")) {
            return fields.integer("schema_version");
        }
        if (data.path("schema_version").isInt()) {
            return data.path("schema_version").asInt();
        }
        return fields.wrong("schema_version", "is required", 0);
    }

    private static @Nullable String hashFunction(JsonFields fields, ObjectNode data) {
        String beside = fields.optionalText("hashFunction");
        return beside == null && data.path("hashFunction").isString()
                ? data.path("hashFunction").asString()
                : beside;
    }
}
