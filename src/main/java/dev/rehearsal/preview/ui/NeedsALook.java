package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ui.ChangesNavigation;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.preview.Preview;
import dev.rehearsal.preview.Tie;
import dev.rehearsal.preview.UnservedFiles;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.staging.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is not as somebody might think: each with what to make of it. */
class NeedsALook extends Card {

    private static final int FILES_NAMED = 3;

    NeedsALook() {
        super("Needs a look");
        addClassName("needs-a-look");
    }

    void show(Preview preview) {
        List<ListItem> items = new ArrayList<>();
        stops(preview, items);
        scope(preview, items);
        preview.table().conflicts().forEach(conflict -> items.add(conflict(preview, conflict)));
        preview.ties().forEach(tie -> items.add(tie(tie)));
        preview.unservedFiles().forEach(unserved -> items.add(unserved(unserved)));
        shadowed(preview, items);
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

    private static void scope(Preview preview, List<ListItem> items) {
        if (preview.table().scopeIsGone()) {
            items.add(item(
                    new Chip(Tone.BAD, "?", "scope gone"),
                    "The change set that the mapping's scope names is not pending any more, so this is "
                            + preview.table().mapping().liveChannel()
                            + " as it is live. Give the mapping another scope."));
        }
    }

    private static ListItem conflict(Preview preview, Conflict conflict) {
        String title = preview.set(conflict.set()).map(ChangeSet::title).orElse("Change set " + conflict.set());
        ListItem item = new ListItem(
                new Chip(Tone.BAD, "✕", "conflict"),
                new Text(" "),
                ChangesNavigation.linkTo(conflict.set(), title),
                new Text(" is left out:"));
        item.add(new UnorderedList(conflict.reasons().stream()
                .map(reason -> new ListItem(reason.sentence()))
                .toArray(ListItem[]::new)));
        return item;
    }

    private static ListItem tie(Tie tie) {
        return item(
                new Chip(Tone.CAREFUL, "≈", "tie"),
                "Rules %s and %s have priority %d and may match the same clients: then %s decides, because its number is lower."
                        .formatted(
                                name(tie.winner()),
                                name(tie.loser()),
                                tie.winner().priority(),
                                name(tie.winner())));
    }

    private static ListItem unserved(UnservedFiles unserved) {
        String files = unserved.files().stream()
                .limit(FILES_NAMED)
                .map(file -> file.updateType() + " from " + file.from())
                .collect(Collectors.joining(", "));
        return item(
                new Chip(Tone.BAD, "∅", "no URL"),
                "%s gives no URL on %s for %d of the files that it lists: %s%s."
                        .formatted(
                                unserved.release(),
                                unserved.channel(),
                                unserved.files().size(),
                                files,
                                unserved.files().size() > FILES_NAMED ? ", …" : ""));
    }

    private static void shadowed(Preview preview, List<ListItem> items) {
        List<Rule> rules = preview.table().shadowed();
        if (!rules.isEmpty()) {
            items.add(item(
                    new Chip(Tone.CAREFUL, "◌", "shadowed"),
                    (rules.size() == 1
                                    ? "Rule %s was made by hand for %s and is not served any more: retire it."
                                    : "Rules %s were made by hand for %s and are not served any more: retire them.")
                            .formatted(
                                    rules.stream().map(NeedsALook::described).collect(Collectors.joining(", ")),
                                    preview.table().mapping().testChannel())));
        }
    }

    private static ListItem item(Component state, String sentence) {
        return new ListItem(state, new Text(" " + sentence));
    }

    private static String name(Rule rule) {
        return "#" + rule.id();
    }

    private static String described(Rule rule) {
        return name(rule) + (rule.alias() == null ? "" : " " + rule.alias());
    }
}
