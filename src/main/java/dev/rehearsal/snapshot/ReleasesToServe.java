package dev.rehearsal.snapshot;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes from the rules and pins of a state to the contents of every release that an answer may be made of. */
final class ReleasesToServe {

    private final ReleaseContents contents;
    private final SequencedSet<ContentHash> found = new LinkedHashSet<>();

    private ReleasesToServe(ReleaseContents contents) {
        this.contents = contents;
    }

    /**
     * Returns what clients are served first, then what only test channels show; of each, what rules of high priority map to
     * first.
     */
    static SequencedSet<ContentHash> of(NodeState state, ReleaseContents contents) {
        ReleasesToServe releases = new ReleasesToServe(contents);
        releases.add(state.live());
        for (ChannelMapping mapping : state.mappings()) {
            Tables staged = state.stages().of(mapping).stage().staged();
            if (staged != state.live()) {
                releases.add(staged);
            }
        }
        return releases.found;
    }

    private void add(Tables tables) {
        Set<ReleaseName> seen = new HashSet<>();
        ArrayDeque<ReleaseName> answering = new ArrayDeque<>();
        for (Rule rule : tables.ruleSet().inOrder()) {
            visit(rule.mapping(), seen, answering);
            visit(rule.fallbackMapping(), seen, answering);
        }
        tables.pins().releases().values().forEach(name -> visit(name, seen, answering));
        while (!answering.isEmpty()) {
            Release release = tables.releases().get(answering.remove());
            if (release != null) {
                found.add(release.content());
                References references = contents.references(release.content());
                references.children().forEach(name -> visit(name, seen, answering));
                references
                        .partialSources()
                        .forEach(name -> addSource(tables.releases().get(name)));
            }
        }
    }

    private static void visit(@Nullable ReleaseName name, Set<ReleaseName> seen, ArrayDeque<ReleaseName> answering) {
        if (name != null && seen.add(name)) {
            answering.add(name);
        }
    }

    /** Its buildIDs decide who gets a partial, and are part of fingerprints; its own files are not served. */
    private void addSource(@Nullable Release source) {
        if (source != null && found.add(source.content())) {
            contents.references(source.content());
        }
    }
}
