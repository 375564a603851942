package dev.rehearsal.dataset;

import dev.rehearsal.change.NumberedKind;
import dev.rehearsal.ledger.NumberedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a table of configuration in a dataset; each gets a number of its own. */
abstract class NumberedObjects<R extends NumberedRow<R>> {

    private final Set<String> fields;
    private final List<R> rows = new ArrayList<>();

    NumberedObjects(NumberedKind<R> kind) {
        fields = new HashSet<>(kind.fieldNames());
        fields.addAll(Set.of("id", "data_version"));
    }

    abstract R read(DatasetObject object);

    void add(DatasetObject object) {
        object.allowOnly(fields);
        R row = read(object);
        if (object.isRight()) {
            rows.add(row);
        }
    }

    List<R> rows() {
        return rows;
    }

    /**
     * Returns the numbers that rows have here by those that they have in the dataset.
     *
     * @param stored the rows in the same order
     */
    Map<Long, Long> idsOf(List<R> stored) {
        Map<Long, Long> ids = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            ids.put(rows.get(place).id(), stored.get(place).id());
        }
        ids.remove(0L);
        return ids;
    }
}
