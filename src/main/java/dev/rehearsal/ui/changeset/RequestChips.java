package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import dev.rehearsal.insight.review.ReviewDiscussion;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;

/** Shows as chips who wants changes of a set that is still to be enacted. */
public final class RequestChips {

    private static final Messages MESSAGES = Messages.beside(RequestChips.class);

    private RequestChips() {}

    public static List<Component> of(ReviewDiscussion discussion) {
        return discussion.said().standing().stream()
                .filter(request -> discussion.set().isOpen())
                .map(request -> PersonName.of(request.by()))
                .distinct()
                .<Component>map(name -> new Chip(Tone.BAD, "!", MESSAGES.get("request.by", name)))
                .toList();
    }
}
