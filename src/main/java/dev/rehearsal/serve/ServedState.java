package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobSource;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.Tables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A served state holds everything of one state, live or staged, that decides answers, except shutoffs. */
public record ServedState(RuleSet rules, Map<ReleaseName, Release> releases, Pins pins, BlobSource blobs) {

    public static ServedState of(Tables tables, BlobSource blobs) {
        return new ServedState(tables.ruleSet(), tables.releases(), tables.pins(), blobs);
    }

    public @Nullable Release release(ReleaseName name) {
        return releases.get(name);
    }

    /** The compiled blob of a release; null where a rule names a release that does not exist. */
    public @Nullable Blob blob(ReleaseName name) {
        Release release = releases.get(name);
        return release == null ? null : blobs.blob(release.content());
    }
}
