package dev.rehearsal.ui.frame;

import dev.rehearsal.problem.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where something is wrong in the words of the screens: services name places as the API does. */
final class PlaceFormatter {

    private static final Messages MESSAGES = Messages.beside(PlaceFormatter.class);

    /** Such as {@code changes[1].backgroundRate}: one of several. */
    private static final Pattern OF_CHANGE = Pattern.compile("changes\\[(\\d+)]\\.?(.*)");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("_|(?<=[a-z])(?=[A-Z])");

    /** How the service begins the places of a blob. */
    private static final String IN_BLOB = "blob.";

    private PlaceFormatter() {}

    static String said(Problem problem) {
        Matcher one = OF_CHANGE.matcher(problem.place());
        if (!one.matches()) {
            return said(problem.place(), problem.sentence());
        }
        String number = Integer.toString(Integer.parseInt(one.group(1)) + 1);
        return MESSAGES.get("place.change", number, said(one.group(2), problem.sentence()));
    }

    private static String said(String place, String sentence) {
        if (place.startsWith(IN_BLOB)) {
            return MESSAGES.get("place.blob", place.substring(IN_BLOB.length()), sentence);
        }
        String name = name(place);
        return name.isEmpty() ? sentence : MESSAGES.get("place.field", name, sentence);
    }

    /** Returns the words for a field; nothing for one whose sentences stand alone. */
    private static String name(String field) {
        return switch (field) {
            case "", "changes", "data_version", "change_type" -> "";
            case "url" -> MESSAGES.get("place.url");
            case "osVersion" -> MESSAGES.get("place.osVersion");
            case "distVersion" -> MESSAGES.get("place.distVersion");
            case "when" -> MESSAGES.get("place.when");
            default ->
                BETWEEN_WORDS
                        .splitAsStream(field)
                        .map(word -> word.equals("ID") ? word : word.toLowerCase(Locale.ROOT))
                        .reduce((before, word) -> before + " " + word)
                        .orElse(field);
        };
    }
}
