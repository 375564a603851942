package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.LocalePath;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells how the parts of a release differ: {@code Firefox-150.0 got a new de build for win64}. */
final class ReleaseWords {

    private final ReleaseName name;
    private final Function<ContentHash, Optional<JsonNode>> parts;
    private final Map<Fate, SortedMap<String, SortedSet<String>>> localesByPlatform = new TreeMap<>();

    private ReleaseWords(ReleaseName name, Function<ContentHash, Optional<JsonNode>> parts) {
        this.name = name;
        this.parts = parts;
    }

    /** The fates of the build of a locale. */
    private enum Fate {
        NEW("got %s build for %s", "got builds of %s for %s", ""),
        CHANGED("got %s build for %s", "got new builds of %s for %s", "new "),
        LOST("lost %s build for %s", "lost its builds of %s for %s", "");

        private final String one;
        private final String several;
        private final String adjective;

        Fate(String one, String several, String adjective) {
            this.one = one;
            this.several = several;
            this.adjective = adjective;
        }

        String said(SortedSet<String> locales, List<String> platforms) {
            String where = NameList.of(platforms.stream().map(PlatformName::of).toList());
            if (locales.size() > 1) {
                return several.formatted(NameList.of(locales), where);
            }
            String locale = locales.first();
            String article = this == LOST
                    ? "its "
                    : this == NEW && "aeio".indexOf(locale.charAt(0)) >= 0 ? "an " : "a " + adjective;
            return one.formatted(article + locale, where);
        }
    }

    /**
     * @param parts finds a part by its content; empty for one that is not kept
     * @return a sentence for the base, if that differs, then one for all locales that share a fate
     */
    static List<String> of(
            ReleaseName name, Manifest was, Manifest becomes, Function<ContentHash, Optional<JsonNode>> parts) {
        return new ReleaseWords(name, parts).compare(was.parts(), becomes.parts());
    }

    private List<String> compare(SortedMap<String, ContentHash> was, SortedMap<String, ContentHash> becomes) {
        List<String> sentences = new ArrayList<>();
        ContentHash baseBefore = was.get(BlobParts.BASE_PATH);
        ContentHash baseAfter = becomes.get(BlobParts.BASE_PATH);
        if (!Objects.equals(baseBefore, baseAfter)) {
            String said = base(baseBefore, baseAfter);
            if (!said.isEmpty()) {
                sentences.add(name + " " + said);
            }
        }
        SortedSet<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(becomes.keySet());
        for (String path : paths) {
            LocalePath.of(path).ifPresent(locale -> note(locale, was.get(path), becomes.get(path)));
        }
        localesByPlatform.forEach((fate, byPlatform) -> platformsByLocales(byPlatform)
                .forEach((locales, platforms) -> sentences.add(name + " " + fate.said(locales, platforms))));
        return sentences.isEmpty() ? List.of(name + " has other contents") : sentences;
    }

    private void note(LocalePath path, @Nullable ContentHash was, @Nullable ContentHash becomes) {
        if (!Objects.equals(was, becomes)) {
            Fate fate = was == null ? Fate.NEW : becomes == null ? Fate.LOST : Fate.CHANGED;
            localesByPlatform
                    .computeIfAbsent(fate, none -> new TreeMap<>())
                    .computeIfAbsent(path.platform(), none -> new TreeSet<>())
                    .add(path.locale());
        }
    }

    private static Map<SortedSet<String>, List<String>> platformsByLocales(
            SortedMap<String, SortedSet<String>> byPlatform) {
        Map<SortedSet<String>, List<String>> platforms = new LinkedHashMap<>();
        byPlatform.forEach((platform, locales) ->
                platforms.computeIfAbsent(locales, none -> new ArrayList<>()).add(platform));
        return platforms;
    }

    /** Empty where nothing that says something differs. */
    private String base(@Nullable ContentHash was, @Nullable ContentHash becomes) {
        JsonNode before = was == null ? null : parts.apply(was).orElse(null);
        JsonNode after = becomes == null ? null : parts.apply(becomes).orElse(null);
        if (before == null || after == null || !before.isObject() || !after.isObject()) {
            return "has other contents";
        }
        SortedSet<String> keys = new TreeSet<>(before.propertyNames());
        keys.addAll(after.propertyNames());
        List<String> said = new ArrayList<>();
        for (String key : keys) {
            JsonNode then = before.path(key);
            JsonNode now = after.path(key);
            // The first locale of a platform takes the empty object that stood for it out of the base.
            if (!then.equals(now) && !(saysNothing(then) && saysNothing(now))) {
                said.add(key
                        + (isText(then) && isText(now) ? " %s → %s".formatted(then.asString(), now.asString()) : ""));
            }
        }
        return said.isEmpty() ? "" : "differs in " + NameList.of(said);
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isMissingNode() || value.isContainer() && value.isEmpty();
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isNumber();
    }
}
