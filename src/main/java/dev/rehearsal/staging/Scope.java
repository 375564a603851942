package dev.rehearsal.staging;

/** The scope of a mapping says how much of the queue a test channel shows. */
public sealed interface Scope {

    record WholeQueue() implements Scope {}

    /** Up to and including the first set that concerns the live channel. */
    record NextOnly() implements Scope {}

    record UpTo(ChangeSetId set) implements Scope {}

    /** The test channel shows that set alone on the live tables. */
    record Only(ChangeSetId set) implements Scope {}

    /**
     * Reads {@code whole_queue}, {@code next_only}, {@code up_to:SET} or {@code only:SET}.
     *
     * @throws IllegalArgumentException with a sentence that names these forms
     */
    static Scope parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon + 1);
        String set = text.substring(word.length());
        return switch (word) {
            case "whole_queue" -> new WholeQueue();
            case "next_only" -> new NextOnly();
            case "up_to:" -> new UpTo(changeSet(set, text));
            case "only:" -> new Only(changeSet(set, text));
            default -> throw unreadable(text);
        };
    }

    /** The form that {@link #parse} reads. */
    default String wireForm() {
        return switch (this) {
            case WholeQueue() -> "whole_queue";
            case NextOnly() -> "next_only";
            case UpTo(ChangeSetId set) -> "up_to:" + set;
            case Only(ChangeSetId set) -> "only:" + set;
        };
    }

    private static ChangeSetId changeSet(String digits, String text) {
        try {
            return new ChangeSetId(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "scope must be whole_queue, next_only, up_to:<change set id> or only:<change set id>, not '" + text
                        + "'");
    }
}
