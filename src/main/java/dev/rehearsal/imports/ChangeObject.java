package dev.rehearsal.imports;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change of a change set in a dataset, with the fields that it sets inline. */
final class ChangeObject {

    private static final Set<String> KIND = Set.of("object", "change_type");
    private static final Set<String> RULE_FIELDS = ruleFields();

    private ChangeObject() {}

    /** Null where the problems say why. */
    static @Nullable Proposal proposal(DatasetObject change) {
        String object = change.text("object", 20);
        String changeType = change.text("change_type", 20);
        if (!change.isRight()) {
            return null;
        }
        return switch (object) {
            case "rule" -> ofRule(change, changeType);
            case "release" -> ofRelease(change, changeType);
            default -> change.wrong("object", "Must be rule or release.", null);
        };
    }

    private static @Nullable Proposal ofRule(DatasetObject change, String changeType) {
        return switch (changeType) {
            case "insert" -> {
                change.allowOnly(with(RULE_FIELDS, "rule_id"));
                yield new Proposal.AddRule(
                        change.has("rule_id") ? new RuleId(change.number("rule_id")) : null,
                        RuleObjects.sentFields(change.json()));
            }
            case "update" -> {
                change.allowOnly(with(RULE_FIELDS, "rule_id", "data_version"));
                yield new Proposal.EditRule(
                        new RuleId(change.number("rule_id")),
                        dataVersion(change),
                        RuleObjects.sentFields(change.json()));
            }
            case "delete" -> {
                change.allowOnly(with(KIND, "rule_id", "data_version"));
                yield new Proposal.RemoveRule(new RuleId(change.number("rule_id")), dataVersion(change));
            }
            default -> unknownType(change);
        };
    }

    private static @Nullable Proposal ofRelease(DatasetObject change, String changeType) {
        ReleaseName name = new ReleaseName(change.text("name", 100));
        return switch (changeType) {
            case "insert" -> {
                change.allowOnly(with(KIND, "name", "product", "read_only", "blob"));
                yield new Proposal.AddRelease(
                        name, change.text("product", 15), change.flag("read_only"), change.object("blob"));
            }
            case "update" -> {
                change.allowOnly(with(KIND, "name", "product", "data_version", "blob"));
                yield new Proposal.ReplaceRelease(
                        name, dataVersion(change), change.optionalText("product", 15), change.object("blob"));
            }
            case "delete" -> {
                change.allowOnly(with(KIND, "name", "data_version"));
                yield new Proposal.RemoveRelease(name, dataVersion(change));
            }
            default -> unknownType(change);
        };
    }

    private static @Nullable Proposal unknownType(DatasetObject change) {
        return change.wrong("change_type", "Must be insert, update or delete.", null);
    }

    private static @Nullable Integer dataVersion(DatasetObject change) {
        return change.has("data_version") ? (Integer) change.dataVersion() : null;
    }

    private static Set<String> ruleFields() {
        Set<String> fields = new HashSet<>(KIND);
        Arrays.stream(RuleField.values()).map(RuleField::wireName).forEach(fields::add);
        return Set.copyOf(fields);
    }

    private static Set<String> with(Set<String> fields, String... more) {
        Set<String> all = new HashSet<>(fields);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
