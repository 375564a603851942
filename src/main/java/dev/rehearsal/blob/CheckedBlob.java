package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A blob that was checked, in the parts that it will be stored in. */
public final class CheckedBlob {

    /** What a path of a part has room for where it is stored. */
    private static final int LONGEST_PATH = 300;

    /** What a column for lists of names has room for, with some to spare. */
    private static final int LONGEST_COLUMN = 900_000;

    private static final int HASH_AND_QUOTES = 72;
    private static final int MOST_LOCALES = 5_000;

    private final Manifest manifest;
    private final References references;
    private final Map<ContentHash, byte[]> parts;
    private final List<Problem> warnings;

    private CheckedBlob(
            Manifest manifest, References references, Map<ContentHash, byte[]> parts, List<Problem> warnings) {
        this.manifest = manifest;
        this.references = references;
        this.parts = parts;
        this.warnings = warnings;
    }

    public static CheckedBlob of(JsonNode blob, BlobReadResult.Accepted accepted) {
        return of(BlobBytes.of(blob), accepted);
    }

    public static CheckedBlob of(BlobBytes bytes, BlobReadResult.Accepted accepted) {
        return new CheckedBlob(bytes.manifest(), References.of(accepted.blob()), bytes.parts(), accepted.warnings());
    }

    /** Returns in how many parts it is stored. */
    public int size() {
        return manifest.parts().size();
    }

    /** Returns what is accepted but will not work as it looks. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** Returns what keeps it from being stored. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        manifest.parts().keySet().stream()
                .filter(path -> path.length() > LONGEST_PATH)
                .map(path -> new Problem(
                        path.substring(1),
                        "The names of the platform and the locale are too long to be stored: at most %d characters"
                                .formatted(LONGEST_PATH)))
                .forEach(problems::add);
        long named = Stream.of(references.children(), references.partialSources())
                .flatMap(Set::stream)
                .mapToLong(name -> name.value().length() + 1L)
                .sum();
        if (named > LONGEST_COLUMN) {
            problems.add(new Problem(
                    "",
                    "Names more other releases than can be stored: at most %d characters of names"
                            .formatted(LONGEST_COLUMN)));
        }
        return problems;
    }

    /**
     * Returns what keeps it from going through the queue, where each locale of each platform is kept by name. What is live
     * already, because a dataset brought it, may stay as large as it is.
     *
     * @param before in how many parts the release is stored now; 0 for a new one
     */
    public List<Problem> problemsInQueue(int before) {
        int locales = size() - 1;
        long named = manifest.parts().keySet().stream()
                .mapToLong(path -> path.length() + HASH_AND_QUOTES)
                .sum();
        return size() <= before || (locales <= MOST_LOCALES && named <= LONGEST_COLUMN)
                ? List.of()
                : List.of(new Problem(
                        "platforms",
                        "Holds %d locales, those of each platform counted: at most %d can be changed at a time, fewer with very long names"
                                .formatted(locales, MOST_LOCALES)));
    }

    public Manifest manifest() {
        return manifest;
    }

    public References references() {
        return references;
    }

    /** Canonical JSON of each part, not compressed. */
    public Map<ContentHash, byte[]> parts() {
        return parts;
    }
}
