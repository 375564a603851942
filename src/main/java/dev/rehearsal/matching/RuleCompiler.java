package dev.rehearsal.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the rules of one set. What many rules ask alike becomes one object: tables hold thousands of rules but few
 * different criteria, and an evaluation that meets the same objects again finds them in the processor's cache.
 */
final class RuleCompiler {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ChannelPattern> channels = new HashMap<>();
    private final Map<String, VersionPattern> versions = new HashMap<>();
    private final Map<String, BuildIdPattern> buildIds = new HashMap<>();
    private final Map<String, MemoryPattern> memories = new HashMap<>();
    private final Map<String, OsVersionPattern> osVersions = new HashMap<>();
    private final Map<String, ValueList> lists = new HashMap<>();

    RuleMatcher compile(Rule rule) {
        return new RuleMatcher(rule, this);
    }

    @Nullable
    String text(@Nullable String text) {
        return shared(texts, text, Function.identity());
    }

    @Nullable
    ChannelPattern channel(@Nullable String text) {
        return shared(channels, text, ChannelPattern::of);
    }

    @Nullable
    VersionPattern version(@Nullable String text) {
        return shared(versions, text, VersionPattern::of);
    }

    @Nullable
    BuildIdPattern buildId(@Nullable String text) {
        return shared(buildIds, text, BuildIdPattern::of);
    }

    @Nullable
    MemoryPattern memory(@Nullable String text) {
        return shared(memories, text, MemoryPattern::of);
    }

    @Nullable
    OsVersionPattern osVersion(@Nullable String text) {
        return shared(osVersions, text, OsVersionPattern::of);
    }

    @Nullable
    ValueList list(@Nullable String text) {
        return shared(lists, text, this::listOfSharedTexts);
    }

    private ValueList listOfSharedTexts(String text) {
        Set<String> values = new HashSet<>();
        for (String value : ValueList.split(text)) {
            values.add(texts.computeIfAbsent(value, Function.identity()));
        }
        return new ValueList(Set.copyOf(values));
    }

    private static <P> @Nullable P shared(Map<String, P> known, @Nullable String text, Function<String, P> compile) {
        return text == null ? null : known.computeIfAbsent(text, compile);
    }
}
