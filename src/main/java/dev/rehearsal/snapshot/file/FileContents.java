package dev.rehearsal.snapshot.file;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.file.FileHead.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Release contents out of a file that was read and checked as a whole; compiled as those from the database are. */
final class FileContents implements ReleaseContents {

    /** As much as for those from the database, which take their place. */
    private static final long CACHE_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final byte[] file;
    private final Map<ContentHash, Content> places;
    private final LoadingCache<ContentHash, Blob> blobs;
    private final Map<ContentHash, References> references = new ConcurrentHashMap<>();

    FileContents(byte[] file, Map<ContentHash, Content> places) {
        this.file = file;
        this.places = places;
        this.blobs = Caffeine.newBuilder()
                .maximumWeight(CACHE_BYTES)
                .weigher((ContentHash content, Blob blob) -> blob.weight())
                .build(this::compile);
    }

    @Override
    public Blob blob(ContentHash content) {
        return blobs.get(content);
    }

    private Blob compile(ContentHash content) {
        Content place = places.get(content);
        if (place == null) {
            throw new ContentNotKeptException(content);
        }
        try {
            return BlobReader.compile(
                    CanonicalJson.parse(SnapshotFile.unpacked(file, Math.toIntExact(place.offset()), place.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public References references(ContentHash content) {
        References known = references.get(content);
        if (known == null) {
            known = References.of(blob(content));
            references.put(content, known);
        }
        return known;
    }

    /** Nothing is edited from here. */
    @Override
    public Manifest manifest(ContentHash content) {
        throw new ContentNotKeptException(content);
    }

    /** Only what was accepted is kept. */
    @Override
    public List<Problem> problems(ContentHash content) {
        return List.of();
    }

    @Override
    public List<Problem> flaws(ContentHash content) {
        return List.of();
    }

    @Override
    public ContentHash register(Manifest manifest) {
        throw new UnsupportedOperationException("nothing is staged from a file");
    }
}
