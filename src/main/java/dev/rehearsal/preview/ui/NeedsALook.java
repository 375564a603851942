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
import dev.rehearsal.shell.Messages;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.staging.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is not as somebody might think: each with what to make of it. */
class NeedsALook extends Card {

    private static final Messages MESSAGES = Messages.beside(NeedsALook.class);

    private static final int FILES_NAMED = 3;

    NeedsALook() {
        super(MESSAGES.get("look"));
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

    private static void scope(Preview preview, List<ListItem> items) {
        if (preview.table().scopeIsGone()) {
            items.add(item(
                    new Chip(Tone.BAD, "?", MESSAGES.get("look.scope-gone")),
                    MESSAGES.get(
                            "look.scope-gone.explained",
                            preview.table().mapping().liveChannel())));
        }
    }

    private static ListItem conflict(Preview preview, Conflict conflict) {
        String title = preview.set(conflict.set())
                .map(ChangeSet::title)
                .orElse(MESSAGES.get("look.set", conflict.set().toString()));
        ListItem item = new ListItem(new Chip(Tone.BAD, "✕", MESSAGES.get("look.conflict")), new Text(" "));
        item.add(MESSAGES.parts("look.conflict.left-out", ChangesNavigation.linkTo(conflict.set(), title)));
        item.add(new UnorderedList(conflict.reasons().stream()
                .map(reason -> new ListItem(reason.sentence()))
                .toArray(ListItem[]::new)));
        return item;
    }

    private static ListItem tie(Tie tie) {
        return item(
                new Chip(Tone.CAREFUL, "≈", MESSAGES.get("look.tie")),
                MESSAGES.get(
                        "look.tie.explained",
                        name(tie.winner()),
                        name(tie.loser()),
                        Integer.toString(tie.winner().priority())));
    }

    private static ListItem unserved(UnservedFiles unserved) {
        String files = unserved.files().stream()
                .limit(FILES_NAMED)
                .map(file -> MESSAGES.get("look.no-url.file", file.updateType(), file.from()))
                .collect(Collectors.joining(", "));
        return item(
                new Chip(Tone.BAD, "∅", MESSAGES.get("look.no-url")),
                MESSAGES.get(
                        unserved.files().size() > FILES_NAMED ? "look.no-url.for-many" : "look.no-url.for",
                        unserved.release(),
                        unserved.channel(),
                        unserved.files().size(),
                        files));
    }

    private static void shadowed(Preview preview, List<ListItem> items) {
        List<Rule> rules = preview.table().shadowed();
        if (!rules.isEmpty()) {
            items.add(item(
                    new Chip(Tone.CAREFUL, "◌", MESSAGES.get("look.shadowed")),
                    MESSAGES.get(
                            "look.shadowed.explained",
                            rules.size(),
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
