package dev.rehearsal.probe.comparison.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rehearsal.probe.comparison.Difference;
import dev.rehearsal.probe.comparison.Reason;
import dev.rehearsal.probe.comparison.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a request as a line of a state file.
 *
 * @param at the place of the request among all
 * @param again whether it was asked again after the longest cache, or needed not be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SavedFinding(
        int at,
        Is is,
        boolean again,
        @Nullable Reason reason,
        @Nullable Difference difference) {

    enum Is {
        SAME,
        SAME_BUT_FOR_FILE_URLS,
        IGNORED,
        MOVING,
        DIFFERENT
    }

    static SavedFinding of(int at, Verdict verdict, boolean again) {
        return switch (verdict) {
            case Verdict.Same same ->
                new SavedFinding(at, same.butForFileUrls() ? Is.SAME_BUT_FOR_FILE_URLS : Is.SAME, again, null, null);
            case Verdict.Ignored ignored ->
                new SavedFinding(at, Is.IGNORED, again, ignored.reason(), ignored.difference());
            case Verdict.Moving moving -> new SavedFinding(at, Is.MOVING, again, null, moving.difference());
            case Verdict.Different different -> new SavedFinding(at, Is.DIFFERENT, again, null, different.difference());
        };
    }

    /** Whether the request is to be asked once more. */
    boolean isOpen() {
        return is == Is.DIFFERENT && !again;
    }

    /** Whether a side did not answer, which is no finding once the run goes on later. */
    boolean isUnanswered() {
        return difference != null
                && (difference.left().status() == 0 || difference.right().status() == 0);
    }

    Verdict verdict() {
        return switch (is) {
            case SAME -> new Verdict.Same(false);
            case SAME_BUT_FOR_FILE_URLS -> new Verdict.Same(true);
            case IGNORED -> new Verdict.Ignored(Objects.requireNonNull(reason), there());
            case MOVING -> new Verdict.Moving(there());
            case DIFFERENT -> new Verdict.Different(there());
        };
    }

    private Difference there() {
        return Objects.requireNonNull(difference);
    }
}
