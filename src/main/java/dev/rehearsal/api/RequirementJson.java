package dev.rehearsal.api;

import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Requirements;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requirements of signoffs under Balrog's names for their columns. */
final class RequirementJson {

    static final String COUNT = "signoffs_required";

    private RequirementJson() {}

    static Map<String, @Nullable Object> of(RequiredSignoff required) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", required.product());
        json.put("channel", required.channel());
        json.put("role", required.role().name());
        json.put(COUNT, required.count());
        json.put("data_version", required.dataVersion());
        return json;
    }

    static Map<String, @Nullable Object> of(PermissionSignoff required) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", required.product());
        json.put("role", required.role().name());
        json.put(COUNT, required.count());
        json.put("data_version", required.dataVersion());
        return json;
    }

    /** How many signoffs, by role. */
    static Map<String, Integer> perRole(Requirements requirements) {
        Map<String, Integer> json = new LinkedHashMap<>();
        requirements.perRole().forEach((role, count) -> json.put(role.name(), count));
        return json;
    }
}
