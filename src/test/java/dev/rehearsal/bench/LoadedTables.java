package dev.rehearsal.bench;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Fills an empty application with generated tables, mappings and a queue, through its own services. */
final class LoadedTables {

    /** The holder of this bootstrap token writes. */
    static final String TOKEN = "--rehearsal.bootstrap-token=only-for-benchmarks-0000";

    private static final Actor ACTOR = new Actor("bootstrap");
    private static final long SEED = 42;
    private static final int QUERIES = 4_000;
    private static final int QUEUED = 20;

    private final ApplicationContext application;

    LoadedTables(ApplicationContext application) {
        this.application = application;
    }

    /** @return update URLs that clients of these tables would ask, on live and test channels */
    List<String> fill(int ruleCount, int releaseCount) {
        List<Rule> rules = GeneratedRules.table(ruleCount, SEED).stream()
                .map(rule -> onto(rule, releaseCount))
                .toList();
        application.getBean(WriteLock.class).write(ACTOR, WriteKind.LIVE, entry -> {
            ReleaseWriter writing = application.getBean(ReleaseWriter.class);
            for (int i = 0; i < releaseCount; i++) {
                ReleaseName name = new ReleaseName("Release-" + i);
                Manifest manifest = writing.store(name, "Firefox", GeneratedReleases.blob(i), "");
                writing.insert(entry, name, "Firefox", false, 1, manifest);
            }
            application.getBean(Rules.class).importAll(entry, rules, List.of());
            return releaseCount;
        });
        for (String live : List.of("release", "beta", "nightly")) {
            MappingProposal proposal = new MappingProposal(null, live, live + "-cdntest", new Scope.WholeQueue());
            application
                    .getBean(WriteLock.class)
                    .write(
                            ACTOR,
                            WriteKind.QUEUE,
                            entry -> application.getBean(ChannelMappings.class).add(entry, proposal));
        }
        List<Rule> served =
                rules.stream().filter(rule -> !isForATestChannel(rule)).toList();
        for (int i = 0; i < QUEUED; i++) {
            Rule rule = served.get(i * 37);
            application
                    .getBean(ChangeSets.class)
                    .schedule(
                            ACTOR,
                            "Throttle rule " + rule.id(),
                            Instant.now().plusSeconds(3600),
                            List.of(new Proposal.EditRule(
                                    rule.id(), null, Map.of("backgroundRate", rule.backgroundRate() == 50 ? 25 : 50))));
        }
        return urls(ruleCount);
    }

    /** Such a rule is never served once the channel is mapped, so nobody edits it. */
    private static boolean isForATestChannel(Rule rule) {
        return rule.channel() != null && rule.channel().contains("-cdn");
    }

    private static Rule onto(Rule rule, int releaseCount) {
        return RuleFields.kept(Map.of(RuleField.MAPPING, "Release-" + rule.id().value() % releaseCount))
                .applyTo(rule);
    }

    private static List<String> urls(int ruleCount) {
        List<String> urls = new ArrayList<>();
        for (UpdateQuery query : GeneratedRules.queries(QUERIES, ruleCount, SEED)) {
            urls.add("/update/6/%s/%s/%s/%s/%s/%s/%s/ISET:%s,MEM:%d/%s/default/update.xml"
                    .formatted(
                            query.product(),
                            query.version(),
                            query.buildId(),
                            query.buildTarget(),
                            query.locale(),
                            query.channel(),
                            query.osVersion().replace(" ", "%20"),
                            query.instructionSet(),
                            query.memory(),
                            query.distribution()));
        }
        return urls;
    }
}
