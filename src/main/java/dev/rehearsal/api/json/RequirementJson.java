package dev.rehearsal.api.json;

import dev.rehearsal.approval.Requirements;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requirements of signoffs under Balrog's names for their columns. */
public final class RequirementJson {

    public static final String COUNT = "signoffs_required";

    private RequirementJson() {}

    /** Writes how many signoffs are required, by role. */
    public static Map<String, Integer> perRole(Requirements requirements) {
        Map<String, Integer> json = new LinkedHashMap<>();
        requirements.perRole().forEach((role, count) -> json.put(role.name(), count));
        return json;
    }
}
