package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.FindingItem;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.ArrayList;
import java.util.List;

/** A card with what is not as somebody might think: each with what to make of it. */
class NeedsALook extends Card {

    private static final Messages MESSAGES = Messages.beside(NeedsALook.class);

    /** Errors are first, so it is warnings that are only counted. */
    private static final int MOST = 25;

    NeedsALook() {
        super(MESSAGES.get("look"));
        addClassName("needs-a-look");
    }

    void show(Preview preview) {
        List<ListItem> items = new ArrayList<>();
        stops(preview, items);
        preview.findings().stream()
                .limit(MOST)
                .forEach(finding -> items.add(FindingItem.ofSet(finding, title(preview, finding))));
        int more = preview.findings().size() - MOST;
        if (more > 0) {
            items.add(new ListItem(MESSAGES.get("look.more", more)));
        }
        show(
                items.isEmpty()
                        ? new Paragraph(MESSAGES.get("look.nothing"))
                        : new UnorderedList(items.toArray(ListItem[]::new)));
    }

    private static void stops(Preview preview, List<ListItem> items) {
        String test = preview.table().mapping().testChannel();
        String live = preview.table().mapping().liveChannel();
        if (preview.testIsStopped()) {
            items.add(
                    item(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")), MESSAGES.get("look.shut-off.test", test)));
        }
        if (preview.liveIsStopped()) {
            items.add(item(
                    new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")), MESSAGES.get("look.shut-off.live", live, test)));
        }
    }

    private static String title(Preview preview, Finding finding) {
        ChangeSetId set = finding.changeSet();
        return set == null
                ? ""
                : preview.set(set).map(ChangeSet::title).orElseGet(() -> MESSAGES.get("look.set", set.toString()));
    }

    private static ListItem item(Component state, String sentence) {
        return new ListItem(state, new Text(" " + sentence));
    }
}
