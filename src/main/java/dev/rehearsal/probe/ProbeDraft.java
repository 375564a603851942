package dev.rehearsal.probe;

import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a probe, as somebody wants it to be.
 *
 * @param url with or without scheme and host
 */
public record ProbeDraft(
        String name,
        String url,
        Expectation expected,
        @Nullable String note) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_URL = 2_000;
    public static final int LONGEST_NOTE = 2_000;
    public static final int LONGEST_ANSWER = 50_000;

    /** Returns what is wrong with it by itself, whatever channels are mapped; empty if nothing is. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "must be 1 to " + LONGEST_NAME + " characters long"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            problems.add(new Problem("note", "must be at most " + LONGEST_NOTE + " characters long"));
        }
        String answer = expected.answer();
        if (answer != null && (answer.isBlank() || answer.length() > LONGEST_ANSWER)) {
            problems.add(new Problem(
                    "answer",
                    answer.isBlank()
                            ? expected.kind() == Expectation.Kind.XML
                                    ? "is missing: the XML that the query must get"
                                    : "is missing: the name of the release that the query must get"
                            : "must be at most " + LONGEST_ANSWER + " characters long"));
        }
        problems.addAll(problemsOfUrl());
        return problems;
    }

    private List<Problem> problemsOfUrl() {
        if (url.isBlank()) {
            return List.of(new Problem("url", "is missing: the update URL of a client"));
        }
        if (url.length() > LONGEST_URL) {
            return List.of(new Problem("url", "must be at most " + LONGEST_URL + " characters long"));
        }
        try {
            UpdateQuery query = query();
            return query.product().length() <= RuleField.LONGEST_PRODUCT
                            && query.fallbackChannel().length() <= RuleField.LONGEST_CHANNEL
                    ? List.of()
                    : List.of(new Problem("url", "names a product or a channel that is longer than any can be"));
        } catch (IllegalArgumentException e) {
            return List.of(new Problem("url", String.valueOf(e.getMessage())));
        }
    }

    /** @throws IllegalArgumentException for a URL that {@link #problems()} tells of */
    UpdateQuery query() {
        return AskedUrl.of(url).read().query();
    }

    /** The probe that this makes. */
    public Probe as(long id, int dataVersion) {
        UpdateQuery query = query();
        return new Probe(
                id,
                name.strip(),
                AskedUrl.of(url).path(),
                query.product(),
                query.fallbackChannel(),
                expected,
                note == null || note.isBlank() ? null : note.strip(),
                dataVersion);
    }
}
