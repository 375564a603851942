package dev.rehearsal.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A notice that is to be told.
 *
 * @param once what must be told a single time, by a name of its own; null where nothing is the same twice
 * @param set the change set that it is about; null for none
 * @param product what it is about beside a set; null for any
 * @param channel a live channel; null for any
 * @param people the names of those whom it concerns; null for everybody
 * @param by who did it, and need not be told; null for nobody
 * @param path where to act, relative to the root of the application
 */
public record NewNotice(
        NoticeKind kind,
        @Nullable String once,
        @Nullable Long set,
        @Nullable String product,
        @Nullable String channel,
        @Nullable Set<String> people,
        @Nullable String by,
        String title,
        String text,
        String path) {

    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_PATH = 1_000;

    public NewNotice {
        title = cut(title.strip().replaceAll("\\p{Cntrl}+", " "), LONGEST_TITLE);
        text = cut(text.strip(), LONGEST_TEXT);
        path = path.length() > LONGEST_PATH ? "" : path;
        people = people == null ? null : Set.copyOf(people);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }
}
