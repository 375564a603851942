package dev.rehearsal.api;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.change.UnstagedChange;
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
        Map<String, @Nullable Object> row = new LinkedHashMap<>(ChangeKeys.of(scheduled.change()));
        switch (scheduled.change()) {
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
            case UnstagedChange.ShutoffRemoval(var _, var before) -> {
                row.put("comment", null);
                row.put(DATA_VERSION, before.dataVersion());
            }
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                row.put(RequirementJson.COUNT, after == null ? null : after.count());
                row.put(DATA_VERSION, before == null ? null : before.dataVersion());
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                row.put(RequirementJson.COUNT, after == null ? null : after.count());
                row.put(DATA_VERSION, before == null ? null : before.dataVersion());
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) -> {
                PermissionName name = ChangeKeys.one(before, after).name();
                row.putAll(PermissionJson.content(person, name, after));
                row.put(DATA_VERSION, before == null ? null : before.dataVersion());
            }
            default -> throw new IllegalStateException("Balrog schedules no change of this: " + scheduled.change());
        }
        scheduledRow.addTo(row, scheduled, Subject.of(scheduled.change()).type());
        return row;
    }

    private static boolean isAt(Pin pin, Change.PinEdit edit) {
        return pin.product().equals(edit.pin().product())
                && pin.channel().equals(edit.pin().channel())
                && pin.version().equals(edit.pin().version());
    }
}
