package dev.rehearsal.ui.links;

import com.vaadin.flow.component.html.Anchor;
import dev.rehearsal.change.ChangeSet;

/** The way to the page of a change set, by its title. */
public class ChangeSetLink extends Anchor {

    public ChangeSetLink(ChangeSet set) {
        super("changes/" + set.id(), set.title());
    }
}
