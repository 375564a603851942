package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.ChangeStanding;
import dev.rehearsal.api.json.ChangedObject;
import dev.rehearsal.api.json.Flag;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.IgnoredFields;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what Balrog says of every scheduled change, whatever it is about. */
@Component
public class ScheduledRow {

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

    /**
     * Returns which page is asked for; null for the whole list at once, which is what Balrog's clients get.
     *
     * @param limit null if none is given
     * @throws RefusedException for a page or a limit below 1
     */
    static @Nullable Paging paging(int page, @Nullable Integer limit) {
        Paging asked = new Paging(page, limit == null ? Paging.MOST : limit);
        return limit == null ? null : asked;
    }

    static <T> Page<T> page(List<T> all, @Nullable Paging paging) {
        return paging == null ? new Page<>(all.size(), all) : Page.of(all, paging);
    }

    static Map<String, Object> list(Page<?> page, List<Map<String, @Nullable Object>> rows) {
        Map<String, Object> answer = HistoryJson.page("scheduled_changes", page);
        answer.put("scheduled_changes", rows);
        return answer;
    }

    static Map<String, Object> list(List<Map<String, @Nullable Object>> rows) {
        return HistoryJson.list("scheduled_changes", rows);
    }

    /** The answer to what is scheduled; nothing is signed by that. */
    static Map<String, Object> scheduled(ChangeSet set) {
        return Map.of("sc_id", set.changes().getFirst().id().value(), "signoffs", Map.of());
    }

    /** The answer to what is edited, which drops all signoffs. */
    static Map<String, Object> edited(ChangeSet set) {
        return Map.of("new_data_version", set.dataVersion(), "signoffs", Map.of());
    }

    /**
     * Where rights are given, or taken, a field that means nothing may be a misspelt one that would have narrowed them.
     * The whole row may be sent back as it was listed.
     */
    static void refuseUnknown(JsonFields fields, ChangedObject object) {
        if (object.kind() != RowKinds.SHUTOFFS) {
            Set<String> known = new HashSet<>(object.fields());
            known.addAll(IgnoredFields.OF_SCHEDULED_CHANGES);
            fields.allowOnly(known);
        }
    }

    /** A Balrog fact: what is new has no id yet. */
    static void refuseId(JsonFields fields) {
        if (fields.has("sc_id")) {
            fields.wrong("sc_id", "cannot be set when scheduling a new change", "");
        }
    }

    static RefusedException unknown(long scId) {
        return RefusedException.notFound("there is no scheduled change " + scId + " of this kind");
    }
}
