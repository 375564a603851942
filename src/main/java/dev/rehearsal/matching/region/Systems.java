package dev.rehearsal.matching.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Operating systems in which some texts occur and others do not.
 *
 * <p>Whether there are such is exact: there are unless something that must not occur is part of something that must,
 * since texts can be put side by side with a character between them that is in none.
 */
record Systems(Set<String> having, Set<String> lacking) {

    static final Systems ALL = new Systems(Set.of(), Set.of());

    private static final List<String> USUAL = List.of("Windows_NT 10.0", "Linux 6.8", "Darwin 23.0");
    /** Ends what a URL says. */
    private static final char SLASH = '/';

    private static final int FIRST_PRINTABLE = 33;
    private static final int LAST_ASCII = 126;

    static Systems having(List<String> terms) {
        return ALL.and(new LinkedHashSet<>(terms), Set.of());
    }

    Systems and(Systems other) {
        return and(other.having, other.lacking);
    }

    private Systems and(Set<String> alsoHaving, Set<String> alsoLacking) {
        Set<String> all = new LinkedHashSet<>(having);
        all.addAll(alsoHaving);
        Set<String> needed = new LinkedHashSet<>(all);
        needed.removeIf(term -> term.isEmpty()
                || all.stream().anyMatch(other -> other.length() > term.length() && other.contains(term)));
        Set<String> none = new LinkedHashSet<>(lacking);
        none.addAll(alsoLacking);
        return new Systems(needed, none);
    }

    boolean overlaps(Systems other) {
        return this.equals(ALL) || other.equals(ALL) || !and(other).isEmpty();
    }

    boolean isEmpty() {
        return lacking.stream().anyMatch(this::surelyHas) || having.stream().anyMatch(term -> term.indexOf(SLASH) >= 0);
    }

    private boolean surelyHas(String term) {
        return term.isEmpty() || having.stream().anyMatch(had -> had.contains(term));
    }

    /** Returns what is left without the others: systems that do not overlap, none of them empty. */
    List<Systems> minus(Systems other) {
        List<Systems> left = new ArrayList<>();
        Systems shared = this;
        for (String term : other.having) {
            left.add(shared.and(Set.of(), Set.of(term)));
            shared = shared.and(Set.of(term), Set.of());
        }
        for (String term : other.lacking) {
            left.add(shared.and(Set.of(term), Set.of()));
            shared = shared.and(Set.of(), Set.of(term));
        }
        left.removeIf(Systems::isEmpty);
        return left;
    }

    boolean includes(String osVersion) {
        return having.stream().allMatch(osVersion::contains) && lacking.stream().noneMatch(osVersion::contains);
    }

    /** Returns one of them; null where none can be written that a client could say. */
    @Nullable
    String example() {
        Stream<String> usual =
                having.isEmpty() ? USUAL.stream() : Stream.of(String.join(" ", having), String.join("; ", having));
        return Stream.concat(usual, separated())
                .filter(text -> !text.isEmpty() && this.includes(text))
                .findFirst()
                .orElse(null);
    }

    private Stream<String> separated() {
        return Stream.iterate(FIRST_PRINTABLE, code -> code <= LAST_ASCII, code -> code + 1)
                .filter(code -> code != SLASH)
                .map(Character::toString)
                .map(separator -> having.isEmpty() ? separator : String.join(separator, having));
    }

    /** Returns text such as {@code osVersion with Windows_NT 6.1 and without (x64)}; empty for all. */
    String words() {
        String with = having.isEmpty() ? "" : " with " + String.join(" and ", having);
        String without = lacking.isEmpty() ? "" : " without " + String.join(" or ", lacking);
        return with.isEmpty() && without.isEmpty()
                ? ""
                : "osVersion" + with + (with.isEmpty() || without.isEmpty() ? "" : " and") + without;
    }
}
