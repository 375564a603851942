package dev.rehearsal.history.store;

import java.util.List;

/** Which tables the journal tells of. */
public final class ToldTables {

    private ToldTables() {}

    public static List<String> all() {
        return HistorySources.ALL.stream().map(HistorySource::table).toList();
    }
}
