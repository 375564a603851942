package dev.rehearsal.enactment.rail;

import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.enactment.RailQuestion;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Judges one step under the terms of a guard rail, on both states as they are. */
@Component
class StepJudge {

    private final ReleaseContents contents;

    StepJudge(ReleaseContents contents) {
        this.contents = contents;
    }

    RailJudgement judge(RailQuestion question, Instant at) {
        Found found = found(question);
        return new RailJudgement(found.result(), found.reasons(), found.sample(), at);
    }

    private Found found(RailQuestion question) {
        return switch (question.rail().kind()) {
            case RATE_HAS_FALLBACK ->
                MissingFallbacks.between(question.before(), question.after(), question.pair());
            case NO_LOST_FILES -> LostFiles.between(question.before(), question.after(), question.pair(), contents);
            case NO_LOST_UPDATES, NOTHING_OLDER, AT_MOST_CHANGED -> Found.unsaid("no traffic is known");
            case URLS_ANSWER -> Found.unsaid("nobody asks URLs here");
        };
    }
}
