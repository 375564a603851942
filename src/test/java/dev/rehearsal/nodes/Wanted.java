package dev.rehearsal.nodes;

import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Changes, and URLs of clients that notice them: each rule is for one distribution, each release has a file of its name. */
final class Wanted {

    private Wanted() {}

    static Proposal release(String product, String name) {
        ObjectNode blob = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'" + name + "'")
                .with("fileUrls/*/completes/*", "'" + file(name) + "'")
                .json();
        return new Proposal.AddRelease(new ReleaseName(name), product, false, blob);
    }

    static Proposal rule(String product, String distribution, String mapping) {
        return new Proposal.AddRule(Map.of(
                "product",
                product,
                "channel",
                "release",
                "distribution",
                distribution,
                "mapping",
                mapping,
                "priority",
                100,
                "backgroundRate",
                100,
                "update_type",
                "minor"));
    }

    static Proposal remap(RuleId rule, String mapping) {
        return new Proposal.EditRule(rule, null, Map.of("mapping", mapping));
    }

    static String file(String release) {
        return "https://a.example/" + release;
    }

    static String url(String product, String distribution) {
        return url(product, distribution, "release");
    }

    static String url(String product, String distribution, String channel) {
        return "/update/6/" + product + "/115.0/20230101000000/WINNT_x86_64-msvc/de/" + channel
                + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/" + distribution + "/default/update.xml";
    }
}
