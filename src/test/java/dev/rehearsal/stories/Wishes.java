package dev.rehearsal.stories;

import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What people ask for, in a few words. */
final class Wishes {

    private Wishes() {}

    static Proposal rule(String channel, String mapping, @Nullable Object... columns) {
        Map<String, @Nullable Object> fields = fields(columns);
        fields.put("channel", channel);
        fields.put("mapping", mapping);
        fields.putIfAbsent("product", Office.PRODUCT);
        fields.putIfAbsent("priority", 100);
        fields.putIfAbsent("backgroundRate", 100);
        fields.putIfAbsent("update_type", "minor");
        return new Proposal.AddRule(fields);
    }

    static Proposal edit(long rule, @Nullable Object... columns) {
        return new Proposal.EditRule(new RuleId(rule), null, fields(columns));
    }

    static Proposal remove(long rule) {
        return new Proposal.RemoveRule(new RuleId(rule), null);
    }

    static Proposal release(String name) {
        return new Proposal.AddRelease(new ReleaseName(name), Office.PRODUCT, false, blob(name, "a"));
    }

    /** Asks for this release, built anew. */
    static Proposal respin(String name, String hash) {
        return new Proposal.ReplaceRelease(new ReleaseName(name), null, null, blob(name, hash));
    }

    static Proposal pin(String version, String release) {
        return new Proposal.SetPin(new Pins.Key(Office.PRODUCT, "release", version), new ReleaseName(release));
    }

    private static ObjectNode blob(String name, String hash) {
        return (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'" + name + "'")
                .with(
                        "platforms/WINNT_x86_64-msvc/locales/fr",
                        "{'completes': [{'from': '*', 'filesize': 7, 'hashValue': '" + hash + "'}]}")
                .json();
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return fields;
    }
}
