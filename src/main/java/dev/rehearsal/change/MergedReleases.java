package dev.rehearsal.change;

import dev.rehearsal.refusal.Problem;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.StoredContents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks releases that edits of parts have put together: each part may be right, and the whole still wrong. */
@Component
class MergedReleases {

    private final StoredContents contents;

    MergedReleases(StoredContents contents) {
        this.contents = contents;
    }

    List<Problem> problems(List<Release> releases) {
        List<Problem> problems = new ArrayList<>();
        for (Release release : releases) {
            contents.problems(release.content())
                    .forEach(problem -> problems.add(new Problem(
                            "release '" + release.name() + "' blob." + problem.place(), problem.sentence())));
        }
        return problems;
    }
}
