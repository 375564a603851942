package dev.rehearsal.dataset;

import dev.rehearsal.access.Role;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
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

    /** Reads a proposal; returns null where the problems say why. */
    static @Nullable Proposal proposal(DatasetObject change) {
        String object = change.text("object", 20);
        String changeType = change.text("change_type", 20);
        if (!change.isRight()) {
            return null;
        }
        return switch (object) {
            case "rule" -> ofRule(change, changeType);
            case "release" -> ofRelease(change, changeType);
            case "pin" -> ofPin(change, changeType);
            case "emergency_shutoff" -> ofShutoff(change, changeType);
            case "required_signoff", "permission_signoff" -> ofRequirement(change, object, changeType);
            default ->
                change.wrong(
                        "object",
                        "Must be rule, release, pin, emergency_shutoff, required_signoff or permission_signoff.",
                        null);
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

    private static @Nullable Proposal ofPin(DatasetObject change, String changeType) {
        Pins.Key pin = new Pins.Key(change.text("product", 15), change.text("channel", 75), change.text("version", 20));
        return switch (changeType) {
            case "insert", "update" -> {
                change.allowOnly(with(KIND, "product", "channel", "version", "mapping"));
                yield new Proposal.SetPin(pin, new ReleaseName(change.text("mapping", 100)));
            }
            case "delete" -> {
                change.allowOnly(with(KIND, "product", "channel", "version"));
                yield new Proposal.SetPin(pin, null);
            }
            default -> unknownType(change);
        };
    }

    private static @Nullable Proposal ofShutoff(DatasetObject change, String changeType) {
        change.allowOnly(with(KIND, "product", "channel", "data_version"));
        return changeType.equals("delete")
                ? RowKinds.SHUTOFFS.lift(change.text("product", 15), change.text("channel", 75), dataVersion(change))
                : change.wrong("change_type", "Must be delete: updates are shut off at once.", null);
    }

    private static @Nullable Proposal ofRequirement(DatasetObject change, String object, String changeType) {
        boolean removal = changeType.equals("delete");
        if (!removal && !changeType.equals("insert") && !changeType.equals("update")) {
            return unknownType(change);
        }
        String product = change.text("product", 15);
        Role role = new Role(change.text("role", 50));
        Integer count = removal ? null : (Integer) change.number("signoffs_required");
        if (object.equals("permission_signoff")) {
            change.allowOnly(with(KIND, "product", "role", "signoffs_required", "data_version"));
            return RowKinds.PERMISSION_REQUIREMENTS.require(product, role, dataVersion(change), count);
        }
        change.allowOnly(with(KIND, "product", "channel", "role", "signoffs_required", "data_version"));
        return RowKinds.REQUIREMENTS.require(product, change.text("channel", 75), role, dataVersion(change), count);
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
