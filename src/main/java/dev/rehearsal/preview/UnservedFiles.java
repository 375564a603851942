package dev.rehearsal.preview;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.release.AppBlob;
import dev.rehearsal.release.FileWithoutUrl;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that a release lists but gives no URL on a channel, so that nobody there is served them. Told of releases that
 * the queue brings to the channel, or changes.
 */
public record UnservedFiles(ReleaseName release, String channel, List<FileWithoutUrl> files) {

    static List<UnservedFiles> of(StagedTable table, ReleaseContents contents) {
        Tables live = table.stage().live();
        Tables staged = table.stage().staged();
        Set<ReleaseName> servedToday = new TreeSet<>();
        for (Rule rule : live.ruleSet().inOrder()) {
            if (StagedRules.canMatch(rule, table.product(), table.mapping().liveChannel())) {
                addServed(rule, servedToday);
            }
        }
        Set<ReleaseName> served = new TreeSet<>();
        table.rules().rows().forEach(row -> addServed(row.rule(), served));
        List<UnservedFiles> unserved = new ArrayList<>();
        for (ReleaseName name : served) {
            Release release = staged.releases().get(name);
            boolean known =
                    servedToday.contains(name) && Objects.equals(live.releases().get(name), release);
            if (release != null && !known && contents.blob(release.content()) instanceof AppBlob blob) {
                add(unserved, name, blob, table.mapping().liveChannel());
                add(unserved, name, blob, table.mapping().testChannel());
            }
        }
        return List.copyOf(unserved);
    }

    private static void addServed(Rule rule, Set<ReleaseName> served) {
        if (rule.mapping() != null) {
            served.add(rule.mapping());
        }
        if (rule.fallbackMapping() != null) {
            served.add(rule.fallbackMapping());
        }
    }

    private static void add(List<UnservedFiles> unserved, ReleaseName name, AppBlob blob, String channel) {
        Set<FileWithoutUrl> files = blob.filesWithoutUrl(channel);
        if (!files.isEmpty()) {
            unserved.add(new UnservedFiles(name, channel, List.copyOf(files)));
        }
    }
}
