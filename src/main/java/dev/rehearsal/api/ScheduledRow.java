package dev.rehearsal.api;

import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.refusal.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Balrog says of every scheduled change, whatever it is about. */
@Component
class ScheduledRow {

    private final ChangeStanding standing;

    ScheduledRow(ChangeStanding standing) {
        this.standing = standing;
    }

    void addTo(Map<String, @Nullable Object> row, ScheduledChange scheduled, String changeType) {
        row.put("sc_id", scheduled.change().id().value());
        row.put("sc_data_version", scheduled.set().dataVersion());
        row.put("when", scheduled.set().due().toEpochMilli());
        row.put("change_type", changeType);
        row.put("complete", scheduled.isComplete());
        row.put("scheduled_by", scheduled.set().author().name());
        row.put("signoffs", standing.signoffs(scheduled.set()));
        row.put("required_signoffs", standing.requiredSignoffs(scheduled.set()));
    }

    /** Balrog's parameter {@code all}. */
    static ScheduledChanges.Extent extent(@Nullable String all) {
        return Flag.isOn(all) ? ScheduledChanges.Extent.WITH_COMPLETED : ScheduledChanges.Extent.WAITING_ONLY;
    }

    static Map<String, Object> list(List<Map<String, @Nullable Object>> rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", rows.size());
        answer.put("scheduled_changes", rows);
        return answer;
    }

    static RefusedException unknown(long scId) {
        return RefusedException.notFound("there is no scheduled change " + scId + " of this kind");
    }
}
