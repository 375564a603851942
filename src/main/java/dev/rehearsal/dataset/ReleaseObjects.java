package dev.rehearsal.dataset;

import dev.rehearsal.blob.CheckedBlob;
import dev.rehearsal.blob.NewRelease;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The releases of a dataset, stored a few at a time while they are read: together they are larger than memory. Once
 * anything is wrong with the dataset, the others are only checked.
 */
final class ReleaseObjects {

    /** Whether Balrog's second API made it, and so lists it. */
    static final String SECOND_API = "second_api";

    private static final Set<String> FIELDS = Set.of(
            "name", "product", "read_only", "data_version", "blob", "part_data_versions", "incarnation", SECOND_API);

    /** So many parts are a few tens of megabytes. */
    private static final int PARTS_AT_ONCE = 20_000;

    private final ReleaseWriter writing;
    private final Write write;
    private final ProblemList problems;
    private final ImportProgress progress;
    private final Map<ReleaseName, String> placesByName = new HashMap<>();
    private final List<NewRelease> waiting = new ArrayList<>();
    private final List<ReleaseName> ofSecondApi = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Long, Long> incarnations = new HashMap<>();
    private int waitingParts;

    ReleaseObjects(ReleaseWriter writing, Write write, ProblemList problems, ImportProgress progress) {
        this.progress = progress;
        this.writing = writing;
        this.write = write;
        this.problems = problems;
    }

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        ReleaseName name = new ReleaseName(object.text("name", 100));
        String product = object.text("product", 15);
        boolean readOnly = object.flag("read_only");
        int dataVersion = object.dataVersion();
        boolean secondApi = object.flag(SECOND_API);
        long incarnation = object.identifier("incarnation");
        Map<String, Integer> partVersions = partVersions(object);
        ObjectNode blob = object.object("blob");
        if (object.has("name")) {
            String first = placesByName.putIfAbsent(name, object.place());
            if (first != null) {
                object.wrong("name", "The release '" + name + "' stands already at " + first + ".");
            }
        }
        if (!object.isRight()) {
            return;
        }
        try {
            CheckedBlob checked = writing.checkImported(name, product, blob);
            String odd = name.refusal();
            if (odd != null) {
                warnings.add(object.place() + ".name " + odd + "; it is kept, and its address is " + name.segment());
            }
            checked.warnings()
                    .forEach(warning -> warnings.add(
                            object.place() + ".blob" + (warning.place().isEmpty() ? ": " : ".") + warning));
            if (secondApi) {
                ofSecondApi.add(name);
            }
            store(new NewRelease(
                    name,
                    product,
                    readOnly,
                    dataVersion,
                    checked,
                    partVersions,
                    incarnation == 0 ? 0 : incarnationHere(incarnation)));
        } catch (RefusedException refused) {
            refused.problems().forEach(object::wrong);
        }
    }

    /** Stores what waits for more. */
    void finish() {
        if (problems.isEmpty() && !waiting.isEmpty()) {
            writing.insertAll(write, waiting);
            writing.markOfSecondApi(write, ofSecondApi);
        }
        waiting.clear();
        ofSecondApi.clear();
        waitingParts = 0;
    }

    /** Returns the number here of each row that the dataset knows by one; it is never used again. */
    LongUnaryOperator incarnations() {
        return number -> number == 0 ? 0 : incarnationHere(number);
    }

    private long incarnationHere(long told) {
        return incarnations.computeIfAbsent(told, unseen -> writing.reserveIncarnation());
    }

    Set<ReleaseName> names() {
        return placesByName.keySet();
    }

    /** What is stored as it is, although it could not be saved today or will not work as it looks. */
    List<String> warnings() {
        return warnings;
    }

    private void store(NewRelease release) {
        waiting.add(release);
        waitingParts += release.blob().size();
        if (waitingParts >= PARTS_AT_ONCE) {
            finish();
        }
        progress.at(placesByName.size());
    }

    /** By path; a part that is not named here is at 1, the base part at the release's own. */
    private static Map<String, Integer> partVersions(DatasetObject object) {
        Map<String, Integer> versions = new TreeMap<>();
        JsonNode given = object.json().path("part_data_versions");
        if (!given.isMissingNode() && !given.isObject()) {
            object.wrong("part_data_versions", "Must be an object of part paths and their data versions.");
        }
        for (Map.Entry<String, JsonNode> part : given.properties()) {
            if (part.getValue().isIntegralNumber() && part.getValue().canConvertToInt()) {
                versions.put(part.getKey(), part.getValue().asInt());
            } else {
                object.wrong("part_data_versions", "Must be a whole number for " + part.getKey() + ".");
            }
        }
        return versions;
    }
}
