package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.finding.Finding;
import dev.rehearsal.finding.ui.FindingItem;
import dev.rehearsal.preview.Preview;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;

/** What is not as somebody might think: each with what to make of it. */
class NeedsALook extends Card {

    NeedsALook() {
        super("Needs a look");
        addClassName("needs-a-look");
    }

    void show(Preview preview) {
        List<ListItem> items = new ArrayList<>();
        stops(preview, items);
        preview.findings().forEach(finding -> items.add(FindingItem.ofSet(finding, title(preview, finding))));
        show(
                items.isEmpty()
                        ? new Paragraph("Nothing: no conflict, no tie, no shadowed rule.")
                        : new UnorderedList(items.toArray(ListItem[]::new)));
    }

    private static void stops(Preview preview, List<ListItem> items) {
        String test = preview.table().mapping().testChannel();
        String live = preview.table().mapping().liveChannel();
        if (preview.testIsStopped()) {
            items.add(item(
                    new Chip(Tone.BAD, "■", "shut off"),
                    "An emergency shutoff stops " + test + ": testers get no update, whatever the table says."));
        }
        if (preview.liveIsStopped()) {
            items.add(item(
                    new Chip(Tone.BAD, "■", "shut off"),
                    "An emergency shutoff stops " + live + ". " + test
                            + " goes on, so that the way out can be tested."));
        }
    }

    private static String title(Preview preview, Finding finding) {
        ChangeSetId set = finding.changeSet();
        return set == null ? "" : preview.set(set).map(ChangeSet::title).orElse("Change set " + set);
    }

    private static ListItem item(Component state, String sentence) {
        return new ListItem(state, new Text(" " + sentence));
    }
}
