package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.ledger.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a text names as {@code @name}. */
final class Mentions {

    /** A name after an at-sign that stands at the beginning of a word, so in no e-mail address. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@([\\p{L}\\p{N}._%+@-]+)");

    private Mentions() {}

    /** Returns those of the people whom the text names, each once; what ends a sentence is not part of a name. */
    static List<Person> in(String text, Map<Actor, Person> people) {
        List<Person> named = new ArrayList<>();
        Matcher found = NAMED.matcher(text);
        while (found.find()) {
            String name = found.group(1);
            while (!name.isEmpty() && !people.containsKey(new Actor(name))) {
                name = isEnd(name.charAt(name.length() - 1)) ? name.substring(0, name.length() - 1) : "";
            }
            Person person = name.isEmpty() ? null : people.get(new Actor(name));
            if (person != null && !named.contains(person)) {
                named.add(person);
            }
        }
        return named;
    }

    private static boolean isEnd(char last) {
        return !Character.isLetterOrDigit(last);
    }
}
