package dev.rehearsal.dataset;

/** The result of an import. */
public sealed interface ImportResult {

    /** The database was empty and holds this now. */
    record Imported(
            int rules,
            int releases,
            int shutoffs,
            int pins,
            int people,
            int requirements,
            int gates,
            int freezeWindows,
            int guardRails,
            int urgentRoles,
            int channelMappings,
            int changeSets,
            int probes,
            int verdicts)
            implements ImportResult {

        @Override
        public String toString() {
            return "rules: %d, releases: %d, emergency shutoffs: %d, pins: %d, people: %d, requirements: %d, gates: %d, freeze windows: %d, guard rails: %d, urgent roles: %d, channel mappings: %d, change sets: %d, probes: %d, verdicts: %d"
                    .formatted(
                            rules,
                            releases,
                            shutoffs,
                            pins,
                            people,
                            requirements,
                            gates,
                            freezeWindows,
                            guardRails,
                            urgentRoles,
                            channelMappings,
                            changeSets,
                            probes,
                            verdicts);
        }
    }

    /** Says that an equal file filled this database before; nothing was done. */
    record Unchanged() implements ImportResult {}
}
