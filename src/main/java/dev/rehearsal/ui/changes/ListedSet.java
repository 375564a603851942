package dev.rehearsal.ui.changes;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A set as a line of the list.
 *
 * @param headline what it does
 * @param late whether the time that it was to go live at has passed: see {@link #at}
 * @param signoffs by role, as far as they are known where the set stands
 * @param attention what somebody should look at; null for nothing
 */
record ListedSet(
        ChangeSet set,
        String headline,
        Audience audience,
        boolean late,
        List<RoleProgress> signoffs,
        @Nullable Attention attention) {

    /** The progress of a set with the signoffs of one role. */
    record RoleProgress(String role, int given, int needed) {

        boolean isComplete() {
            return given >= needed;
        }
    }

    /** @param reason one or more sentences */
    record Attention(String word, String reason) {}

    /**
     * Returns the line as it is at a time.
     *
     * @param unsigned what is the matter if it is late for want of signoffs, and for nothing else
     */
    ListedSet at(Instant now, Attention unsigned) {
        if (!set.isOpen() || set.isAsSoonAsPossible() || !set.due().isBefore(now)) {
            return this;
        }
        boolean signed = signoffs.stream().allMatch(RoleProgress::isComplete);
        return new ListedSet(
                set, headline, audience, true, signoffs, attention == null && !signed ? unsigned : attention);
    }

    boolean mentions(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || set.id().toString().equals(wanted)
                || ("#" + set.id()).equals(wanted)
                || contains(set.title(), wanted)
                || contains(headline, wanted)
                || contains(set.author().name(), wanted)
                || contains(audience.sentence(), wanted);
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
