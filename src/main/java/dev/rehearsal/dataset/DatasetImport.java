package dev.rehearsal.dataset;

import dev.rehearsal.dataset.store.ImportStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Fills an empty database from a dataset, all of it or nothing. */
@Service
public class DatasetImport {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetImport.class);
    private static final Actor IMPORT = new Actor("import");

    private final WriteLock writeLock;
    private final ImportStore imports;
    private final DatasetTables tables;

    DatasetImport(WriteLock writeLock, ImportStore imports, DatasetTables tables) {
        this.writeLock = writeLock;
        this.imports = imports;
        this.tables = tables;
    }

    /**
     * Reads the file and stores what it holds; memory is needed for its rules and its largest release, not for all.
     *
     * @throws DatasetException if the file is wrong, with every problem and its place, or if the database holds something
     *     else already; then nothing was stored
     */
    public ImportResult run(DatasetFile file) {
        return run(file, EnumSet.allOf(DatasetPart.class));
    }

    /** Does the same without change sets, which {@link #runChangeSets} brings later: what was live is older then. */
    public ImportResult runWithoutChangeSets(DatasetFile file) {
        return run(file, EnumSet.complementOf(EnumSet.of(DatasetPart.CHANGE_SETS)));
    }

    /** Writes the change sets of a dataset whose other parts are there. */
    public ImportResult runChangeSets(DatasetFile file) {
        return write(file, EnumSet.of(DatasetPart.CHANGE_SETS), false);
    }

    private ImportResult run(DatasetFile file, Set<DatasetPart> parts) {
        return isFilled() ? compareWithImported(file) : write(file, parts, true);
    }

    private ImportResult write(DatasetFile file, Set<DatasetPart> parts, boolean intoEmpty) {
        try (ImportProgress progress = ImportProgress.begin()) {
            ImportResult result = imports.givingRoomBackAtOnce(() -> writeLock.write(
                    IMPORT,
                    WriteKind.LIVE,
                    write -> intoEmpty && isFilled() ? compareWithImported(file) : fill(write, file, parts, progress)));
            if (result instanceof ImportResult.Imported imported) {
                LOG.info("Imported '{}': {}", file, imported);
            }
            return result;
        }
    }

    private boolean isFilled() {
        return imports.importedFile().isPresent() || !imports.rows().isEmpty();
    }

    private ImportResult compareWithImported(DatasetFile file) {
        Optional<ImportStore.ImportedFile> imported = imports.importedFile();
        if (imported.isEmpty()) {
            throw new DatasetException(
                    "The database is not empty (%s), so '%s' is not imported: start with an empty database, or without rehearsal.import."
                            .formatted(describe(imports.rows()), file));
        }
        if (imported.get().sha256().equals(HashedStream.sha256(file))) {
            LOG.info("'{}' was imported at {} already", file, imported.get().at());
            return new ImportResult.Unchanged();
        }
        throw new DatasetException(
                "The database was filled from another file at %s, so '%s' is not imported: start with an empty database, or without rehearsal.import."
                        .formatted(imported.get().at(), file));
    }

    private ImportResult fill(Write write, DatasetFile file, Set<DatasetPart> parts, ImportProgress progress) {
        ProblemList problems = new ProblemList();
        ImportTransaction filling = tables.filling(write, problems, progress);
        try (HashedStream json = HashedStream.of(file)) {
            new DatasetReader(problems, (part, object) -> {
                        if (parts.contains(part)) {
                            filling.add(part, object);
                        }
                    })
                    .read(json);
            problems.refuse();
            progress.at("everything but releases");
            ImportResult.Imported imported = filling.finish();
            problems.refuse();
            if (imports.importedFile().isEmpty()) {
                imports.remember(write, json.sha256());
            }
            progress.at("committing, and loading what is served");
            return imported;
        }
    }

    private static String describe(Map<String, Long> rows) {
        return rows.entrySet().stream()
                .map(kind -> kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
