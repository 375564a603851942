package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.ChangeKeys;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.history.ScheduledRevision;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.staging.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Scheduled changes of anything but rules and releases in Balrog's shape: the row as it becomes, with the data version of
 * the row that it replaces. A removal has nothing but that and its key (a Balrog fact).
 */
@Component
class ScheduledConfigurationRows {

    private static final String DATA_VERSION = "data_version";

    private final ScheduledRow scheduledRow;
    private final PinnedReleases pins;

    ScheduledConfigurationRows(ScheduledRow scheduledRow, PinnedReleases pins) {
        this.scheduledRow = scheduledRow;
        this.pins = pins;
    }

    List<Map<String, @Nullable Object>> of(List<ScheduledChange> scheduled) {
        return scheduled.stream().map(this::row).toList();
    }

    Map<String, @Nullable Object> row(ScheduledChange scheduled) {
        Map<String, @Nullable Object> row = content(scheduled.change());
        scheduledRow.addTo(row, scheduled, Subject.of(scheduled.change()).type());
        return row;
    }

    /** Returns one revision of such a change in Balrog's shape. */
    Map<String, @Nullable Object> revision(ScheduledRevision<?> revision) {
        Map<String, @Nullable Object> json = HistoryJson.ofAnyKind(revision);
        json.put("change_type", Subject.of(revision.change()).type());
        json.putAll(content(revision.change()));
        return json;
    }

    private Map<String, @Nullable Object> content(Change scheduled) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(ChangeKeys.of(scheduled));
        switch (scheduled) {
            case Change.PinEdit edit -> {
                row.put(
                        "mapping",
                        edit.mapping().value() == null
                                ? null
                                : String.valueOf(edit.mapping().value()));
                row.put(
                        DATA_VERSION,
                        pins.all().stream()
                                .filter(pin -> isAt(pin, edit))
                                .map(Pin::dataVersion)
                                .findFirst()
                                .orElse(null));
            }
            case RowChange<?> change -> add(row, change);
            default -> throw new IllegalStateException("Balrog schedules no change of this: " + scheduled);
        }
        return row;
    }

    private static <R> void add(Map<String, @Nullable Object> row, RowChange<R> change) {
        row.putAll(change.kind().content(change.after()));
        row.put(DATA_VERSION, change.before() == null ? null : change.kind().version(change.before()));
    }

    private static boolean isAt(Pin pin, Change.PinEdit edit) {
        return pin.product().equals(edit.pin().product())
                && pin.channel().equals(edit.pin().channel())
                && pin.version().equals(edit.pin().version());
    }
}
