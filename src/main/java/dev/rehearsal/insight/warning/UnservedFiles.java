package dev.rehearsal.insight.warning;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.FileWithoutUrl;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Files that a release lists but gives no URL on a channel, so that nobody there is served them. Told of releases that
 * the queue brings to the channel, or changes.
 */
public record UnservedFiles(ReleaseName release, String channel, List<FileWithoutUrl> files) {

    static List<UnservedFiles> of(ShownChannel shown, ReleaseContents contents) {
        Tables live = shown.stage().live();
        Tables staged = shown.stage().staged();
        Set<ReleaseName> servedToday = new TreeSet<>();
        for (Rule rule : live.ruleSet().inOrder()) {
            if (StagedRules.canMatch(rule, shown.product(), shown.mapping().liveChannel())) {
                addServed(rule, servedToday);
            }
        }
        Set<ReleaseName> served = new TreeSet<>();
        shown.rules().rows().forEach(row -> addServed(row.rule(), served));
        List<UnservedFiles> unserved = new ArrayList<>();
        for (ReleaseName name : served) {
            Release release = staged.releases().get(name);
            boolean known =
                    servedToday.contains(name) && Objects.equals(live.releases().get(name), release);
            if (!known) {
                unserved.addAll(of(
                        release,
                        List.of(shown.mapping().liveChannel(), shown.mapping().testChannel()),
                        contents));
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

    /** On each of these channels; a release that is not there, or is for no application, lists nothing. */
    static List<UnservedFiles> of(@Nullable Release release, Collection<String> channels, ReleaseContents contents) {
        List<UnservedFiles> unserved = new ArrayList<>();
        if (release != null && contents.blob(release.content()) instanceof AppBlob blob) {
            for (String channel : channels) {
                Set<FileWithoutUrl> files = blob.filesWithoutUrl(channel);
                if (!files.isEmpty()) {
                    unserved.add(new UnservedFiles(release.name(), channel, List.copyOf(files)));
                }
            }
        }
        return unserved;
    }
}
