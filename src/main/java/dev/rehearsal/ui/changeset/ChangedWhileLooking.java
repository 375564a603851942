package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices that a set became another while somebody looked at it: nobody shall sign what they have not seen. */
public class ChangedWhileLooking extends Div {

    private static final Messages MESSAGES = Messages.beside(ChangedWhileLooking.class);

    private @Nullable Seen seen;

    /** @param signed null where nobody signs it, or it is of no account what else it brings in */
    private record Seen(
            ChangeSetId set,
            Instant due,
            List<Change> changes,
            @Nullable StepDigest signed) {

        boolean isSameAs(Seen other) {
            boolean sameDigest = signed == null || other.signed == null || signed.equals(other.signed);
            return sameDigest && due.equals(other.due) && changes.equals(other.changes);
        }
    }

    public ChangedWhileLooking() {
        addClassName("changed-notice");
        getElement().setAttribute("role", "status");
    }

    /**
     * @param onLooked called when somebody says that they have looked at it again
     * @return whether the set still is what they looked at first
     */
    public boolean isAsSeen(Review review, Runnable onLooked) {
        ChangeSet set = review.set();
        Seen now = new Seen(set.id(), set.due(), set.changes(), review.signed());
        if (seen == null || !seen.set().equals(set.id())) {
            seen = now;
        }
        removeAll();
        if (now.isSameAs(seen)) {
            return true;
        }
        Button looked = new Button(MESSAGES.get("edited.looked"), click -> {
            seen = now;
            onLooked.run();
        });
        looked.addThemeNames("small");
        add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("edited")), new Span(MESSAGES.get("edited.why")), looked);
        return false;
    }
}
