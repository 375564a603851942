package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.VersionGrammar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the kinds of clients that rules tell apart, pleasant ones first where there is no order. */
final class Kinds {

    private static final String MAC = "Darwin";

    private final Collection<Rule> rules;
    private final VersionGrammar grammar;
    private final Channels channels;
    private @Nullable String hidden;

    Kinds(Collection<Rule> rules, VersionGrammar grammar) {
        this.rules = rules;
        this.grammar = grammar;
        this.channels = new Channels(asked(Criterion.CHANNEL));
    }

    /** Returns why there may be clients of no kind that was found so far; null where there are none. */
    @Nullable
    String hidden() {
        return hidden;
    }

    List<Kind> of(Criterion criterion) {
        return switch (criterion) {
            case PRODUCT -> products();
            case BUILD_TARGET -> buildTargets();
            case HEADER_ARCHITECTURE ->
                List.of(Kind.named("Intel", "Intel"), Kind.named("PPC", "PPC"), Kind.absent(null));
            case CHANNEL -> channels();
            case VERSION -> versions();
            case BUILD_ID -> BuildIds.kinds(asked(criterion));
            case MEMORY -> Memories.kinds(asked(criterion));
            case DIST_VERSION -> values(criterion, "default", null);
            case INSTRUCTION_SET -> values(criterion, "SSE4_2", "");
            case DISTRIBUTION -> values(criterion, "default", "");
            case LOCALE -> values(criterion, "en-US", null);
            case MIG64, JAWS -> List.of(Kind.absent(null), Kind.named(true, "true"), Kind.named(false, "false"));
            case OS_VERSION -> throw new IllegalArgumentException("Operating systems have no kinds.");
        };
    }

    private List<Kind> products() {
        if (grammar == VersionGrammar.LOOSE) {
            return VersionGrammar.LOOSE_PRODUCTS.stream()
                    .sorted()
                    .map(name -> Kind.named(name, name))
                    .toList();
        }
        Set<String> named = named(Criterion.PRODUCT, name -> !VersionGrammar.LOOSE_PRODUCTS.contains(name));
        return kinds(named, "Firefox");
    }

    /** Those who ask from a Mac are apart, since only they can say that their hardware is PPC. */
    private List<Kind> buildTargets() {
        Set<String> named = named(Criterion.BUILD_TARGET, _ -> true);
        List<Kind> kinds = kinds(named, "WINNT_x86_64-msvc-x64");
        kinds.add(Kind.other(unlike(named, MAC + "_x86_64-gcc3")));
        return kinds;
    }

    static boolean isMac(Kind buildTarget) {
        return String.valueOf(buildTarget.value()).startsWith(MAC);
    }

    private List<Kind> channels() {
        List<Kind> kinds = channels.kinds();
        if (!channels.isComplete()) {
            hidden = "rules name channels in ways that leave no room to name others";
        }
        return kinds;
    }

    private List<Kind> versions() {
        Collection<String> asked = asked(Criterion.VERSION);
        if (grammar == VersionGrammar.LOOSE) {
            LooseVersions versions = new LooseVersions(asked);
            if (!versions.isComplete()) {
                hidden = "clients of the VPN product may have letters in their versions, as a rule has";
            }
            return versions.kinds();
        }
        MozillaVersions versions = new MozillaVersions(asked);
        if (!versions.isComplete()) {
            hidden = "a rule's version has a star after a number that begins with 0";
        }
        return versions.kinds();
    }

    private List<Kind> values(Criterion criterion, String usual, @Nullable Object absent) {
        Set<String> named = named(criterion, _ -> true);
        List<Kind> kinds = kinds(named, usual);
        kinds.add(Kind.absent(absent));
        return kinds;
    }

    /** Returns the usual one first, whether or not it is named, and all others that are not named. */
    private static List<Kind> kinds(Set<String> named, String usual) {
        List<Kind> kinds =
                named.stream().map(name -> Kind.named(name, name)).collect(Collectors.toCollection(ArrayList::new));
        if (kinds.remove(Kind.named(usual, usual))) {
            kinds.addFirst(Kind.named(usual, usual));
            kinds.add(Kind.other(unlike(named, "Other")));
        } else {
            kinds.addFirst(Kind.other(usual));
        }
        return kinds;
    }

    /**
     * Returns the values that rules name, without those that no client can say: a slash ends what it says, and
     * locales lose a processor's name.
     */
    private Set<String> named(Criterion criterion, Predicate<String> wanted) {
        boolean isList = criterion == Criterion.LOCALE
                || criterion == Criterion.DISTRIBUTION
                || criterion == Criterion.INSTRUCTION_SET;
        return asked(criterion).stream()
                .flatMap(text -> isList ? List.of(text.split(",", -1)).stream() : List.of(text).stream())
                .filter(value -> !value.isEmpty() && value.indexOf('/') < 0)
                .filter(value -> criterion != Criterion.LOCALE || !value.contains("x86 "))
                .filter(wanted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String unlike(Set<String> named, String wish) {
        String other = wish;
        for (int i = 2; named.contains(other); i++) {
            other = wish + i;
        }
        return other;
    }

    private Set<String> asked(Criterion criterion) {
        return rules.stream()
                .map(criterion.field()::read)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
