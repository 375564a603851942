package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NumberedKind;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKey;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.ledger.NumberedTable;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/** Reads and writes rows of configuration that have numbers; they are written at once where that needs no signoff. */
abstract class NumberedRowsApi<R extends NumberedRow<R>> {

    private final String plural;
    private final NumberedKind<R> kind;
    private final NumberedTable<R> rows;
    private final EnactmentService enactment;

    /** @param plural the field in which an answer lists them */
    NumberedRowsApi(String plural, NumberedKind<R> kind, NumberedTable<R> rows, EnactmentService enactment) {
        this.plural = plural;
        this.kind = kind;
        this.rows = rows;
        this.enactment = enactment;
    }

    /** Returns what a set is called that adds a row. */
    abstract String title(R added);

    @GetMapping
    Map<String, Object> list() {
        return HistoryJson.list(plural, rows.all().stream().map(kind::told).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(kind.fieldNames());
        R row = kind.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(actor, title(row), List.of(kind.change(null, null, row))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return rows.find(id)
                .map(kind::told)
                .orElseThrow(() -> RefusedException.notFound(kind.missing(RowKey.ofNumber(id))));
    }

    /** Takes the whole row. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(kind.fieldNames());
        names.addAll(Set.of("id", "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        R row = kind.read(fields);
        fields.refuseProblems();
        return written(change(actor, id, seen, row));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        change(actor, id, seen, null);
    }

    private ChangeSet change(Actor actor, long id, int seen, @Nullable R becomes) {
        return enactment.enactAtOnce(
                actor,
                kind.title(RowKey.ofNumber(id), Proposal.Row.EITHER, becomes),
                List.of(kind.change(id, seen, becomes)));
    }

    /** Returns the row as this very set wrote it, whatever became of it since. */
    private Map<String, @Nullable Object> written(ChangeSet set) {
        return kind.told(rows.writtenBy(set.id()).orElseThrow());
    }
}
