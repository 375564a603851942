package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.ledger.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds whom a text names as {@code @name}. */
final class Mentions {

    /** A name after an at-sign that stands at the beginning of a word, so in no e-mail address. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@([\\p{L}\\p{N}._%+@-]+)");

    private Mentions() {}

    /**
     * Returns those of the people whom the text names, each once. Of an address what stands before its @ is enough, unless
     * that could be several people; what ends a sentence is not part of a name.
     */
    static List<Person> in(String text, Map<Actor, Person> people) {
        List<Person> named = new ArrayList<>();
        Matcher found = NAMED.matcher(text);
        while (found.find()) {
            Person person = called(found.group(1), people);
            if (person != null && !named.contains(person)) {
                named.add(person);
            }
        }
        return named;
    }

    private static @Nullable Person called(String written, Map<Actor, Person> people) {
        String name = written;
        while (!name.isEmpty()) {
            Person exact = people.get(new Actor(name));
            if (exact != null) {
                return exact;
            }
            String address = name + "@";
            List<Person> meant = people.values().stream()
                    .filter(person -> person.name().startsWith(address))
                    .toList();
            if (meant.size() == 1) {
                return meant.getFirst();
            }
            name = Character.isLetterOrDigit(name.charAt(name.length() - 1))
                    ? ""
                    : name.substring(0, name.length() - 1);
        }
        return null;
    }
}
