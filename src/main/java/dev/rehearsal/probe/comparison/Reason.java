package dev.rehearsal.probe.comparison;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reasons why a difference does not count. There are no others. */
public enum Reason {
    LEFT_FAILS("the left side fails (5xx) where the right side answers without failing"),
    WORDS_OF_A_REFUSAL("both refuse with the same status and media type, in other words"),
    WORDS_OF_A_REDIRECT("both redirect to the same path, with another page or host"),
    WEB_SERVER_IN_FRONT(
            "the request is longer than 4 KiB, or its path has a dot segment or a broken % escape: the web server in front decides");

    private static final int LONGEST = 4096;
    private static final Predicate<String> ODD_PATH =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|/\\.{1,2}(?:/|$)").asPredicate();

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Finds the reason for which what differs between two answers to one request is ignored. */
    static Optional<Reason> of(Request request, Reply left, Reply right) {
        if (left.isFailure() && right.isThere() && !right.isFailure()) {
            return Optional.of(LEFT_FAILS);
        }
        if (left.isThere() && right.isThere() && isUpToTheWebServer(request.target())) {
            return Optional.of(WEB_SERVER_IN_FRONT);
        }
        if (left.status() != right.status()) {
            return Optional.empty();
        }
        if (left.isError() && left.hasRuleOf(right) && left.mediaType().equals(right.mediaType())) {
            return Optional.of(WORDS_OF_A_REFUSAL);
        }
        if (left.isRedirect() && path(left.location()).equals(path(right.location()))) {
            return Optional.of(WORDS_OF_A_REDIRECT);
        }
        return Optional.empty();
    }

    private static boolean isUpToTheWebServer(String target) {
        return target.length() > LONGEST || ODD_PATH.test(target.split("\\?", 2)[0]);
    }

    private static String path(@Nullable String location) {
        return location == null ? "" : location.replaceFirst("^[a-z]+://[^/]*", "");
    }
}
