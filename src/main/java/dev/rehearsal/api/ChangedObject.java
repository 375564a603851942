package dev.rehearsal.api;

import dev.rehearsal.matching.RuleField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of a set can be about, with the fields that such a change has. */
enum ChangedObject {
    RULE(ruleFields()),
    RELEASE(Set.of("name", "product", "read_only", "blob")),
    PIN(Set.of("product", "channel", "version", "mapping")),
    EMERGENCY_SHUTOFF(Set.of("product", "channel")),
    CHANNEL_MAPPING(with(ChannelMappingApi.FIELDS, "id")),
    GATE(with(GateJson.FIELDS, "id")),
    REQUIRED_SIGNOFF(Set.of("product", "channel", "role", RequirementJson.COUNT)),
    PERMISSION_SIGNOFF(Set.of("product", "role", RequirementJson.COUNT)),
    PERMISSION(Set.of("username", "permission", "options"));

    private final Set<String> fields;

    ChangedObject(Set<String> fields) {
        this.fields = fields;
    }

    Set<String> fields() {
        return fields;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChangedObject> named(String wireName) {
        return Arrays.stream(values())
                .filter(object -> object.wireName().equals(wireName))
                .findFirst();
    }

    /** For a sentence. */
    static String all() {
        return Arrays.stream(values()).map(ChangedObject::wireName).collect(Collectors.joining(", "));
    }

    private static Set<String> ruleFields() {
        return with(Arrays.stream(RuleField.values()).map(RuleField::wireName).collect(Collectors.toSet()), "rule_id");
    }

    private static Set<String> with(Set<String> fields, String another) {
        Set<String> all = new HashSet<>(fields);
        all.add(another);
        return Set.copyOf(all);
    }
}
