package dev.rehearsal.api.json;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what shall become of rules, releases and pins. */
@Component
class StagedRequests {

    private final RuleAddress rules;

    StagedRequests(RuleAddress rules) {
        this.rules = rules;
    }

    Proposal rule(JsonFields change, ChangeType type) {
        Map<String, @Nullable Object> columns = RuleJson.sentFields(change.json());
        return switch (type) {
            case INSERT -> new Proposal.AddRule(columns);
            case UPDATE -> new Proposal.EditRule(rules.read(change), change.dataVersion(), columns);
            case DELETE -> new Proposal.RemoveRule(rules.read(change), change.dataVersion());
        };
    }

    /** An update writes the blob, or locks the release, or unlocks it. */
    Proposal release(JsonFields change, ChangeType type) {
        ReleaseName name = new ReleaseName(change.text("name"));
        return switch (type) {
            case INSERT ->
                new Proposal.AddRelease(
                        name, change.text("product"), change.flag("read_only", false), BlobJson.read(change, "blob"));
            case UPDATE -> {
                if (change.has("blob") && change.has("read_only")) {
                    change.wrong("read_only", "cannot change together with the blob: make two sets", name);
                }
                yield change.has("read_only")
                        ? new Proposal.LockRelease(name, change.dataVersion(), change.flag("read_only", false))
                        : new Proposal.ReplaceRelease(
                                name,
                                change.dataVersion(),
                                change.optionalText("product"),
                                BlobJson.read(change, "blob"));
            }
            case DELETE -> new Proposal.RemoveRelease(name, change.dataVersion());
        };
    }

    static Proposal pin(JsonFields change, ChangeType type) {
        Pins.Key pin = new Pins.Key(change.text("product"), change.text("channel"), change.text("version"));
        return switch (type) {
            case INSERT, UPDATE -> new Proposal.SetPin(pin, new ReleaseName(change.text("mapping")));
            case DELETE -> new Proposal.SetPin(pin, null);
        };
    }
}
