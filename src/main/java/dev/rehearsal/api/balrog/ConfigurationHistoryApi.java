package dev.rehearsal.api.balrog;

import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.ChangeKeys;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.history.ConfigurationRevisions;
import dev.rehearsal.history.HistoryFilter;
import dev.rehearsal.history.ScheduledRevisions;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Balrog's history of permissions and of requirements: the rows, and what was scheduled of them, each with its own count. */
@RestController
@RequestMapping("/api")
class ConfigurationHistoryApi {

    private static final String REQUIREMENTS = "required_signoffs";
    private static final String UNREADABLE = "Error occurred when trying to fetch histories";

    private final ConfigurationRevisions rows;
    private final ScheduledRevisions scheduled;
    private final ScheduledConfigurationRows scheduledRows;
    private final RequiredSignoffs requirements;
    private final Grants grants;

    ConfigurationHistoryApi(
            ConfigurationRevisions rows,
            ScheduledRevisions scheduled,
            ScheduledConfigurationRows scheduledRows,
            RequiredSignoffs requirements,
            Grants grants) {
        this.rows = rows;
        this.scheduled = scheduled;
        this.scheduledRows = scheduledRows;
        this.requirements = requirements;
        this.grants = grants;
    }

    /** For whoever may see what everybody is permitted. */
    @GetMapping("/permissions/history")
    Map<String, Object> permissions(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String changed_by,
            @RequestParam(required = false) @Nullable Long change_id,
            @RequestParam(required = false) @Nullable Integer data_version,
            @RequestParam(required = false) @Nullable Long timestamp_from,
            @RequestParam(required = false) @Nullable Long timestamp_to,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        grants.requireViewOfAll(actor);
        HistoryFilter filter = filter(changed_by, change_id, data_version, timestamp_from, timestamp_to, product, null);
        Paging paging = HistoryJson.paging(page, limit, UNREADABLE);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "Permissions",
                HistoryJson.page(
                        "revisions",
                        rows.permissions(filter, paging)
                                .map(revision -> HistoryJson.row(revision, held -> row(RowKinds.PERMISSIONS, held)))));
        json.put("Permissions Scheduled Change", scheduled(RowKinds.PERMISSIONS, filter, change -> true, paging));
        return json;
    }

    @GetMapping("/required_signoffs/product/history")
    Map<String, Object> requirements(
            @RequestParam(required = false) @Nullable String changed_by,
            @RequestParam(required = false) @Nullable Long change_id,
            @RequestParam(required = false) @Nullable Integer data_version,
            @RequestParam(required = false) @Nullable Long timestamp_from,
            @RequestParam(required = false) @Nullable Long timestamp_to,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        HistoryFilter filter =
                filter(changed_by, change_id, data_version, timestamp_from, timestamp_to, product, channel);
        Paging paging = HistoryJson.paging(page, limit, UNREADABLE);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "Product Required Signoffs",
                HistoryJson.page(
                        REQUIREMENTS,
                        rows.requirements(filter, role, paging)
                                .map(revision -> HistoryJson.row(revision, held -> row(RowKinds.REQUIREMENTS, held)))));
        json.put(
                "Product Required Signoffs Scheduled Change",
                scheduled(
                        RowKinds.REQUIREMENTS,
                        filter,
                        having("product", product)
                                .and(having("channel", channel))
                                .and(having("role", role)),
                        paging));
        return json;
    }

    @GetMapping("/required_signoffs/permissions/history")
    Map<String, Object> permissionRequirements(
            @RequestParam(required = false) @Nullable String changed_by,
            @RequestParam(required = false) @Nullable Long change_id,
            @RequestParam(required = false) @Nullable Integer data_version,
            @RequestParam(required = false) @Nullable Long timestamp_from,
            @RequestParam(required = false) @Nullable Long timestamp_to,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        HistoryFilter filter = filter(changed_by, change_id, data_version, timestamp_from, timestamp_to, product, null);
        Paging paging = HistoryJson.paging(page, limit, UNREADABLE);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "Permissions Required Signoffs",
                HistoryJson.page(
                        REQUIREMENTS,
                        rows.permissionRequirements(filter, role, paging)
                                .map(revision -> HistoryJson.row(
                                        revision, held -> row(RowKinds.PERMISSION_REQUIREMENTS, held)))));
        json.put(
                "Permissions Required Signoffs Scheduled Change",
                scheduled(
                        RowKinds.PERMISSION_REQUIREMENTS,
                        filter,
                        having("product", product).and(having("role", role)),
                        paging));
        return json;
    }

    @GetMapping("/required_signoffs/product/revisions")
    Map<String, Object> ofRequirement(
            @RequestParam String product,
            @RequestParam String channel,
            @RequestParam String role,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int limit) {
        Role named = new Role(role);
        if (requirements.find(product, channel, named).isEmpty()) {
            throw unknown();
        }
        return HistoryJson.page(
                REQUIREMENTS,
                rows.ofRequirement(product, channel, named, HistoryJson.paging(page, limit, UNREADABLE))
                        .map(revision -> HistoryJson.row(revision, held -> row(RowKinds.REQUIREMENTS, held))));
    }

    @GetMapping("/required_signoffs/permissions/revisions")
    Map<String, Object> ofPermissionRequirement(
            @RequestParam String product,
            @RequestParam String role,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int limit) {
        Role named = new Role(role);
        if (requirements.find(product, named).isEmpty()) {
            throw unknown();
        }
        return HistoryJson.page(
                REQUIREMENTS,
                rows.ofPermissionRequirement(product, named, HistoryJson.paging(page, limit, UNREADABLE))
                        .map(revision ->
                                HistoryJson.row(revision, held -> row(RowKinds.PERMISSION_REQUIREMENTS, held))));
    }

    /** Returns the row as its history tells it: with its version, whatever the kind. */
    private static <R> Map<String, @Nullable Object> row(RowKind<R> kind, R row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(kind.told(row));
        json.put("data_version", kind.version(row));
        return json;
    }

    private static RefusedException unknown() {
        return RefusedException.notFound("Requested Required Signoff does not exist");
    }

    private Map<String, Object> scheduled(
            RowKind<?> kind, HistoryFilter filter, Predicate<Change> wanted, Paging paging) {
        return HistoryJson.page(
                "revisions",
                scheduled.ofConfiguration(kind.word(), filter, wanted, paging).map(scheduledRows::revision));
    }

    private static Predicate<Change> having(String key, @Nullable String value) {
        return change ->
                value == null || Objects.equals(value, ChangeKeys.of(change).get(key));
    }

    private static HistoryFilter filter(
            @Nullable String changedBy,
            @Nullable Long changeId,
            @Nullable Integer dataVersion,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String product,
            @Nullable String channel) {
        return new HistoryFilter(
                changedBy,
                changeId,
                dataVersion,
                RuleRevisionsApi.time(from),
                RuleRevisionsApi.time(to),
                product,
                channel);
    }
}
