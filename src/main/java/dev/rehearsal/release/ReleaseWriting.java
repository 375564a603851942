package dev.rehearsal.release;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.store.ContentStore;
import dev.rehearsal.release.store.ReleaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Writes releases: contents first, by hash, then the rows that name them. */
@Service
public class ReleaseWriting {

    private final ContentStore contents;
    private final ReleaseStore releases;
    private final StoredContents compiled;
    private final BlobReader reader;

    ReleaseWriting(ContentStore contents, ReleaseStore releases, StoredContents compiled, BlobReader reader) {
        this.contents = contents;
        this.releases = releases;
        this.compiled = compiled;
        this.reader = reader;
    }

    /**
     * Checks a blob and stores its parts, without making a release of them yet.
     *
     * @param place where problems are, such as {@code changes[2].}
     * @throws RefusedException with each problem and its place in the blob
     */
    public Manifest store(ReleaseName name, String product, JsonNode blob, String place) {
        return store(check(name, product, blob, place));
    }

    /**
     * Checks a blob and splits it, without the database: safe for several threads.
     *
     * @param place where problems are, such as {@code changes[2].}
     * @throws RefusedException with each problem and its place in the blob
     */
    public CheckedBlob check(ReleaseName name, String product, JsonNode blob, String place) {
        List<Problem> problems = ReleaseChecks.problems(name, product, blob);
        switch (reader.read(blob)) {
            case BlobReading.Accepted(Blob accepted, var _) -> {
                CheckedBlob checked = CheckedBlob.of(blob, accepted);
                problems.addAll(checked.problems());
                if (problems.isEmpty()) {
                    return checked;
                }
            }
            case BlobReading.Rejected rejected -> problems.addAll(rejected.problems());
        }
        throw RefusedException.invalid(problems.stream()
                .map(problem -> new dev.rehearsal.refusal.Problem(
                        place + "blob" + (problem.place().isEmpty() ? "" : "." + problem.place()), problem.sentence()))
                .toList());
    }

    /** Stores the parts of a blob, without making a release of them yet. */
    public Manifest store(CheckedBlob blob) {
        contents.putParts(blob.parts());
        contents.putReferences(compiled.register(blob.manifest()), blob.references());
        return blob.manifest();
    }

    /** A release with a data version of its own, which is that of its base part too; locales begin at 1. */
    public void insert(
            Entry entry, ReleaseName name, String product, boolean readOnly, int dataVersion, Manifest parts) {
        insert(entry, name, product, readOnly, dataVersion, parts, Map.of());
    }

    /** @param partVersions by path, of parts whose data version is another than it would be by itself */
    public void insert(
            Entry entry,
            ReleaseName name,
            String product,
            boolean readOnly,
            int dataVersion,
            Manifest parts,
            Map<String, Integer> partVersions) {
        List<ReleasePart> rows = new ArrayList<>();
        parts.parts().forEach((path, hash) -> {
            int byItself = path.equals(BlobParts.BASE_PATH) ? dataVersion : 1;
            rows.add(new ReleasePart(path, hash, partVersions.getOrDefault(path, byItself)));
        });
        releases.insert(entry, new Release(name, product, readOnly, dataVersion, parts.content()), rows);
    }

    /** Writes what became of one release; null before for a new one, null after for a removed one. */
    public void apply(Entry entry, ReleaseName name, @Nullable Release before, @Nullable Release after) {
        if (after == null) {
            releases.delete(entry, name);
            return;
        }
        Manifest manifest = compiled.manifest(after.content());
        contents.putReferences(after.content(), compiled.references(after.content()));
        if (before == null) {
            insert(entry, name, after.product(), after.readOnly(), after.dataVersion(), manifest);
        } else {
            releases.update(entry, after, manifest);
        }
    }
}
