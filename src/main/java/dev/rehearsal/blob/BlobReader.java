package dev.rehearsal.blob;

import dev.rehearsal.blob.BlobReadResult.Accepted;
import dev.rehearsal.blob.BlobReadResult.Rejected;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks blobs on their way in and compiles them. Whatever Balrog accepts is accepted, but for texts that would break out
 * of an answer. Safe for several threads. */
public final class BlobReader {

    private static final int MOST_PROBLEMS = 100;

    private final BlobSchemas schemas = new BlobSchemas();

    /**
     * Reads the blob of a release that has no name yet.
     *
     * @param json UTF-8
     */
    public BlobReadResult read(byte[] json) {
        JsonNode blob;
        try {
            blob = CanonicalJson.parse(json);
        } catch (JacksonException e) {
            return new Rejected(List.of(new Problem("", "This is no JSON: " + e.getOriginalMessage())));
        }
        return read(blob);
    }

    public BlobReadResult read(JsonNode blob) {
        return read(blob, fundamentalProblems(blob));
    }

    /** As {@link #read(JsonNode)}, for a release of this name, which the blob must carry too. */
    public BlobReadResult read(ReleaseName name, JsonNode blob) {
        List<Problem> problems = fundamentalProblems(blob);
        problems.addAll(nameProblems(name, blob));
        return read(blob, problems);
    }

    /**
     * Reads a blob that comes from a Balrog's own database, which holds what was saved before there were schemas and
     * checks. Whatever can be compiled is kept: all that nobody could save today is only warned of, since it is served all
     * the same, but for texts that may not stand in an attribute, with which no answer is made.
     */
    public BlobReadResult readImported(ReleaseName name, JsonNode blob) {
        List<Problem> problems = fundamentalProblems(blob);
        BlobSchema schema = BlobSchema.of(blob);
        if (schema == null || !problems.isEmpty()) {
            return new Rejected(shortened(problems));
        }
        List<Problem> warnings = new ArrayList<>(nameProblems(name, blob));
        List<Problem> found = problems(schema, blob);
        warnings.addAll(found);
        warnings.addAll(BlobLimits.problems(schema, blob));
        warnings.addAll(AttributeChecks.of(schema, blob));
        if (found.isEmpty()) {
            warnings.addAll(BlobWarnings.of(schema, blob));
        }
        return new Accepted(BlobCompiler.compile(schema, blob), shortened(warnings));
    }

    private BlobReadResult readOld(JsonNode blob, List<Problem> problems) {
        BlobSchema schema = BlobSchema.of(blob);
        if (schema != null) {
            problems.addAll(problems(schema, withOldHabitsMended(blob)));
        }
        return schema == null || !problems.isEmpty()
                ? new Rejected(shortened(problems))
                : new Accepted(BlobCompiler.compile(schema, blob), List.of());
    }

    private static JsonNode withOldHabitsMended(JsonNode blob) {
        ObjectNode mended = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) blob);
        if (BlobParts.isApplicationRelease(blob) && !blob.has("hashFunction")) {
            mended.put("hashFunction", "sha512");
        }
        if (blob.path("fakePartials").isNumber()) {
            mended.put("fakePartials", blob.path("fakePartials").asInt() != 0);
        }
        return mended;
    }

    /**
     * Reads a blob in parts, which may not fit together. Old habits are let pass: whoever saved the parts was told of what
     * they brought about themselves.
     */
    public BlobReadResult readStored(Map<String, JsonNode> parts) {
        JsonNode blob;
        try {
            blob = BlobParts.of(parts).join();
        } catch (IllegalArgumentException e) {
            return new Rejected(List.of(new Problem("", String.valueOf(e.getMessage()))));
        }
        return readOld(blob, fundamentalProblems(blob));
    }

    /**
     * Compiles a blob that was accepted when it was stored, without checking it again.
     *
     * @throws IllegalArgumentException if it names no schema that there is
     */
    public static Blob compile(JsonNode acceptedBlob) {
        BlobSchema schema = BlobSchema.of(acceptedBlob);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "No schema_version that there is: " + acceptedBlob.path(BlobSchema.FIELD));
        }
        return BlobCompiler.compile(schema, acceptedBlob);
    }

    private BlobReadResult read(JsonNode blob, List<Problem> problems) {
        BlobSchema schema = BlobSchema.of(blob);
        if (schema != null) {
            problems.addAll(problems(schema, blob));
            problems.addAll(BlobLimits.problems(schema, blob));
            problems.addAll(AttributeChecks.of(schema, blob));
        }
        if (schema == null || !problems.isEmpty()) {
            return new Rejected(shortened(problems));
        }
        return new Accepted(BlobCompiler.compile(schema, blob), shortened(BlobWarnings.of(schema, blob)));
    }

    private static List<Problem> fundamentalProblems(JsonNode blob) {
        List<Problem> problems = new ArrayList<>();
        if (!blob.isObject()) {
            problems.add(new Problem("", "A blob is a JSON object."));
        } else if (BlobSchema.of(blob) == null) {
            problems.add(new Problem(
                    BlobSchema.FIELD, "Must be one of " + BlobSchema.versions() + ", the schemas that there are."));
        }
        return problems;
    }

    private static List<Problem> nameProblems(ReleaseName name, JsonNode blob) {
        boolean same =
                blob.path("name").isString() && blob.path("name").stringValue().equals(name.value());
        return same ? List.of() : List.of(new Problem("name", "Must be the release's name, " + name + "."));
    }

    private List<Problem> problems(BlobSchema schema, JsonNode blob) {
        List<Problem> problems = new ArrayList<>(schemas.check(schema, blob));
        if (problems.stream().allMatch(SchemaProblem::isOfUnknownField)) {
            problems.addAll(BlobChecks.of(schema, blob));
        }
        return problems;
    }

    private static List<Problem> shortened(List<Problem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return List.copyOf(problems);
        }
        List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add(new Problem("", "There are " + (problems.size() - MOST_PROBLEMS) + " more problems."));
        return List.copyOf(first);
    }
}
