package dev.rehearsal.enactment.rail;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.blob.SuperBlob;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what rules of a state lead to, by content: on both sides of a rate, and what a superblob joins. */
final class Leads {

    private static final int EVERYBODY = 100;

    private final Tables tables;
    private final ReleaseContents contents;
    private final Map<Rule, Led> known = new IdentityHashMap<>();

    Leads(Tables tables, ReleaseContents contents) {
        this.tables = tables;
        this.contents = contents;
    }

    /** A part of a rule's clients, and the contents of which they get the files. */
    record Part(Set<ContentHash> contents, int percent) {}

    /** The parts that a rule leads its clients to; those who get no release at all are left out. */
    record Led(List<Part> parts) {

        static final Led NOWHERE = new Led(List.of());

        Led {
            parts = List.copyOf(parts);
        }

        Set<ContentHash> contents() {
            Set<ContentHash> all = new LinkedHashSet<>();
            parts.forEach(part -> all.addAll(part.contents()));
            return all;
        }
    }

    Led of(@Nullable Rule rule) {
        return rule == null ? Led.NOWHERE : known.computeIfAbsent(rule, this::found);
    }

    private Led found(Rule rule) {
        int rate = Math.clamp(rule.backgroundRate(), 0, EVERYBODY);
        if (rule.mapping() == null) {
            return Led.NOWHERE;
        }
        List<Part> parts = new ArrayList<>();
        if (rate > 0) {
            parts.add(new Part(reached(rule.mapping()), rate));
        }
        if (rate < EVERYBODY && rule.fallbackMapping() != null) {
            parts.add(new Part(reached(rule.fallbackMapping()), EVERYBODY - rate));
        }
        return new Led(parts);
    }

    /** Returns the contents behind a name, itself first; nothing where there is no such release. */
    Set<ContentHash> reached(@Nullable ReleaseName name) {
        Map<ReleaseName, ContentHash> reached = new LinkedHashMap<>();
        reach(name, reached);
        return new LinkedHashSet<>(reached.values());
    }

    private void reach(@Nullable ReleaseName name, Map<ReleaseName, ContentHash> reached) {
        Release release = name == null ? null : tables.releases().get(name);
        if (release != null && reached.putIfAbsent(release.name(), release.content()) == null) {
            contents.references(release.content()).children().forEach(child -> reach(child, reached));
        }
    }

    /** Whether it joins what other products get, which is looked at nowhere here. */
    boolean joinsProducts(ContentHash content) {
        Blob blob = contents.blob(content);
        return blob instanceof SuperBlob joined && !joined.products().isEmpty();
    }
}
