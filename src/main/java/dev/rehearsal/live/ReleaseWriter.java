package dev.rehearsal.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobBytes;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.BlobReadResult;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.CheckedBlob;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.NewRelease;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseChecks;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.ContentStore;
import dev.rehearsal.live.store.IncarnationStore;
import dev.rehearsal.live.store.ReleaseStore;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Writes releases: contents first, by hash, then the rows that name them. */
@Service
public class ReleaseWriter {

    private static final Duration PREPARED_FOR = Duration.ofMinutes(1);

    private final ContentStore contents;
    private final ReleaseStore releases;
    private final IncarnationStore incarnations;
    private final StoredContents compiled;
    private final BlobReader reader;
    private final UrlPolicy urls;

    /** What was made of the blobs that are being written: what is prepared is not done again. */
    private final Cache<ContentHash, BlobReadResult> lately =
            Caffeine.newBuilder().maximumSize(8).expireAfterWrite(PREPARED_FOR).build();

    ReleaseWriter(
            ContentStore contents,
            ReleaseStore releases,
            IncarnationStore incarnations,
            StoredContents compiled,
            BlobReader reader,
            UrlPolicy urls) {
        this.incarnations = incarnations;
        this.contents = contents;
        this.releases = releases;
        this.compiled = compiled;
        this.reader = reader;
        this.urls = urls;
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
     * Stores what a release becomes. What was wrong with it before, and is served all the same, does not keep
     * anybody from changing something else.
     */
    public Manifest store(Release before, String product, JsonNode blob, String place) {
        BlobBytes bytes = BlobBytes.of(blob);
        BlobReadResult reading = reading(blob, bytes);
        if (reading instanceof BlobReadResult.Rejected(List<Problem> found)
                && reader.read(compiled.json(before.content())) instanceof BlobReadResult.Rejected(List<Problem> known)
                && known.containsAll(found)) {
            reading = reader.readImported(before.name(), blob);
        }
        int parts = compiled.manifest(before.content()).parts().size();
        return store(check(before.name(), product, blob, reading, bytes, urls, parts, place));
    }

    /**
     * Checks the blob of a new release and splits it, without the database: safe for several threads.
     *
     * @param place where problems are, such as {@code changes[2].}
     * @throws RefusedException with each problem and its place in the blob
     */
    public CheckedBlob check(ReleaseName name, String product, JsonNode blob, String place) {
        String refusal = name.refusal();
        if (refusal != null) {
            throw RefusedException.invalid(place + "name", "the release's name " + refusal);
        }
        BlobBytes bytes = BlobBytes.of(blob);
        return check(name, product, blob, reading(blob, bytes), bytes, urls, 0, place);
    }

    /**
     * Checks a blob from another table, which may hold what nobody could save today: see
     * {@link BlobReader#readImported}. Safe for several threads.
     */
    public CheckedBlob checkImported(ReleaseName name, String product, JsonNode blob) {
        List<Problem> problems = ReleaseChecks.problemsOfRow(name, product);
        switch (reader.readImported(name, blob)) {
            case BlobReadResult.Accepted accepted -> {
                CheckedBlob checked = CheckedBlob.of(blob, accepted);
                problems.addAll(checked.problems());
                if (problems.isEmpty()) {
                    return checked;
                }
            }
            case BlobReadResult.Rejected(List<Problem> found) -> problems.addAll(found);
        }
        throw refused(problems, "");
    }

    /**
     * Checks and compiles a blob that is about to be written, so that this is done before the write begins: until it ends,
     * nobody else writes.
     */
    public void prepare(JsonNode blob) {
        reading(blob, BlobBytes.of(blob));
    }

    private BlobReadResult reading(JsonNode blob, BlobBytes bytes) {
        return lately.get(bytes.manifest().content(), unread -> reader.read(blob));
    }

    private static CheckedBlob check(
            ReleaseName name,
            String product,
            JsonNode blob,
            BlobReadResult reading,
            BlobBytes bytes,
            UrlPolicy urls,
            int partsBefore,
            String place) {
        List<Problem> problems = ReleaseChecks.problems(name, product, blob);
        switch (reading) {
            case BlobReadResult.Accepted accepted -> {
                CheckedBlob checked = CheckedBlob.of(bytes, accepted);
                problems.addAll(checked.problems());
                problems.addAll(checked.problemsInQueue(partsBefore));
                problems.addAll(forbidden(accepted.blob(), product, urls));
                if (problems.isEmpty()) {
                    return checked;
                }
            }
            case BlobReadResult.Rejected rejected ->
                rejected.problems().stream()
                        .filter(problem -> problems.stream()
                                .noneMatch(known -> known.place().equals(problem.place())))
                        .toList()
                        .forEach(problems::add);
        }
        throw refused(problems, place);
    }

    private static RefusedException refused(List<Problem> problems, String place) {
        return RefusedException.invalid(problems.stream()
                .map(problem -> new Problem(
                        place + "blob" + (problem.place().isEmpty() ? "" : "." + problem.place()), problem.sentence()))
                .toList());
    }

    /** Clients would never be sent there: such a file is left out when the release is served. */
    private static List<Problem> forbidden(Blob blob, String product, UrlPolicy urls) {
        List<String> forbidden = urls.forbiddenUrls(blob, product);
        return forbidden.isEmpty()
                ? List.of()
                : List.of(new Problem("", "Blob contains forbidden domain(s): " + String.join(", ", forbidden)));
    }

    /** Stores the parts of a blob, without making a release of them yet. */
    public Manifest store(CheckedBlob blob) {
        contents.putParts(blob.parts());
        contents.putReferences(compiled.register(blob.manifest()), blob.references());
        return blob.manifest();
    }

    /** Stores parts of releases that may be made of them. */
    public void storeParts(Map<ContentHash, byte[]> parts) {
        contents.putParts(parts);
    }

    /** Returns which of these parts are not stored. */
    public Set<ContentHash> missing(Collection<ContentHash> parts) {
        return contents.missing(parts);
    }

    /**
     * Many releases at once, as a dataset brings them. What is held in memory meanwhile is up to the caller: a thousand
     * parts of a usual release take a megabyte.
     */
    public void insertAll(Write write, List<NewRelease> added) {
        Map<ContentHash, byte[]> parts = new HashMap<>();
        Map<Release, List<ReleasePart>> rows = new LinkedHashMap<>();
        for (NewRelease release : added) {
            parts.putAll(release.blob().parts());
            rows.put(release.row(), release.partRows());
        }
        contents.putParts(parts);
        added.forEach(release -> contents.putReferences(
                release.blob().manifest().content(), release.blob().references()));
        releases.insertAll(write, rows);
    }

    /** Keeps that Balrog's second API made these live releases. */
    public void markOfSecondApi(Write write, Collection<ReleaseName> names) {
        releases.markNamedOfSecondApi(names);
    }

    /** Keeps that Balrog's second API asked for these, by the incarnations that they will have. */
    public void markMadeBySecondApi(Write write, Collection<Long> made) {
        releases.markOfSecondApi(made);
    }

    public long reserveIncarnation() {
        return incarnations.reserve();
    }

    /** Writes a release with a data version of its own, which is that of its base part too; locales begin at 1. */
    public void insert(
            Write write, ReleaseName name, String product, boolean readOnly, int dataVersion, Manifest parts) {
        insert(write, new Release(name, product, readOnly, dataVersion, parts.content()), parts);
    }

    private void insert(Write write, Release release, Manifest parts) {
        List<ReleasePart> rows = new ArrayList<>();
        parts.parts()
                .forEach((path, hash) -> rows.add(
                        new ReleasePart(path, hash, path.equals(BlobParts.BASE_PATH) ? release.dataVersion() : 1)));
        releases.insert(write, release, rows);
    }

    /** Writes what became of one release; null before for a new one, null after for a removed one. */
    public void apply(Write write, ReleaseName name, @Nullable Release before, @Nullable Release after) {
        if (after == null) {
            releases.delete(write, name);
            return;
        }
        Manifest manifest = compiled.manifest(after.content());
        contents.putReferences(after.content(), compiled.references(after.content()));
        if (before == null) {
            insert(write, after, manifest);
        } else {
            releases.update(write, after, manifest);
        }
    }
}
