package dev.rehearsal.traffic;

import dev.rehearsal.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A list as somebody wants to load it.
 *
 * @param name where it comes from, for people, such as {@code CDN log of 30 November}
 */
public record ListDraft(String name, Instant from, Instant until) {

    private static final int LONGEST = 200;

    public ListDraft {
        name = name.strip();
    }

    List<Problem> problems(Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            problems.add(new Problem(
                    "name", "must say where the list comes from, in at most %d characters".formatted(LONGEST)));
        }
        if (!from.isBefore(until)) {
            problems.add(new Problem("until", "must be after 'from'"));
        } else if (from.isAfter(now)) {
            problems.add(new Problem("from", "is still to come: name the time in which the requests were made"));
        }
        return problems;
    }
}
