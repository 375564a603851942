package dev.rehearsal.imports;

/** What came of an import. */
public sealed interface ImportResult {

    /** The database was empty and holds this now. */
    record Imported(int rules, int releases, int shutoffs, int pins, int channelMappings, int changeSets)
            implements ImportResult {}

    /** The same file filled this database before; nothing was done. */
    record Unchanged() implements ImportResult {}
}
