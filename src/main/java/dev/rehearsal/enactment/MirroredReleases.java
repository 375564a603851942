package dev.rehearsal.enactment;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the live releases those of a followed source; their contents are stored already. */
@Component
class MirroredReleases {

    /** So many parts are a few tens of megabytes. */
    private static final int PARTS_AT_ONCE = 20_000;

    private final Releases releases;
    private final ReleaseWriter writing;

    MirroredReleases(Releases releases, ReleaseWriter writing) {
        this.releases = releases;
        this.writing = writing;
    }

    /** Adds and changes. */
    void put(Write write, SourceTables source) {
        Map<ReleaseName, Release> known =
                releases.all().stream().collect(Collectors.toMap(Release::name, release -> release));
        Map<Release, Collection<ReleasePart>> added = new LinkedHashMap<>();
        List<ReleaseName> ofSecondApi = new ArrayList<>();
        int waiting = 0;
        for (SourceRelease release : source.releases()) {
            Release row = release.row();
            Release before = known.get(row.name());
            if (before == null) {
                List<ReleasePart> parts = versioned(release, source.parts().apply(row.name()), List.of());
                added.put(row, parts);
                waiting += parts.size();
                if (release.secondApi()) {
                    ofSecondApi.add(row.name());
                }
                if (waiting >= PARTS_AT_ONCE) {
                    insert(write, added, ofSecondApi);
                    waiting = 0;
                }
            } else if (!before.equals(row.withIncarnation(before.incarnation()))
                    || source.changed().contains(row.name())) {
                releases.update(
                        write,
                        row,
                        versioned(
                                release,
                                source.parts().apply(row.name()),
                                releases.parts(row.name()).values()));
            }
        }
        insert(write, added, ofSecondApi);
    }

    private void insert(Write write, Map<Release, Collection<ReleasePart>> added, List<ReleaseName> ofSecondApi) {
        releases.insertAll(write, added);
        writing.markOfSecondApi(write, ofSecondApi);
        added.clear();
        ofSecondApi.clear();
    }

    /** Removes what the source does not have. */
    void removeOthers(Write write, SourceTables source) {
        Set<ReleaseName> kept =
                source.releases().stream().map(release -> release.row().name()).collect(Collectors.toSet());
        releases.all().stream()
                .map(Release::name)
                .filter(name -> !kept.contains(name))
                .forEach(name -> releases.delete(write, name));
    }

    /** Balrog's first API has one version for all parts: here the base has that, and each locale counts its own. */
    private static List<ReleasePart> versioned(
            SourceRelease release, Collection<ReleasePart> parts, Collection<ReleasePart> before) {
        Map<String, ReleasePart> known = before.stream().collect(Collectors.toMap(ReleasePart::path, part -> part));
        return parts.stream()
                .map(part -> part.dataVersion() > 0 ? part : versioned(release, part, known))
                .toList();
    }

    private static ReleasePart versioned(SourceRelease release, ReleasePart part, Map<String, ReleasePart> known) {
        ReleasePart before = known.get(part.path());
        int version = part.path().equals(BlobParts.BASE_PATH)
                ? release.row().dataVersion()
                : before == null
                        ? 1
                        : before.hash().equals(part.hash()) ? before.dataVersion() : before.dataVersion() + 1;
        return new ReleasePart(part.path(), part.hash(), version);
    }
}
