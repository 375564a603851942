package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.history.ReleaseRevision;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A panel with the versions of a release, newest first, and how two of these differ. */
class VersionsPanel extends Div {

    private static final Messages MESSAGES = Messages.beside(VersionsPanel.class);
    private static final int PARTS_NAMED = 3;

    private final ReleaseName name;
    private final List<ReleaseVersion> versions;
    private final ReleaseAddress address;
    private final Comparing comparing;

    /** The page, as the panel asks it to compare. */
    interface Comparing {

        void compare(String older, String newer);

        Component difference(ReleaseVersion older, ReleaseVersion newer);

        void goBackTo(long revision);
    }

    /** @param versions newest first */
    VersionsPanel(
            ReleaseName name,
            List<ReleaseVersion> versions,
            ReleaseAddress address,
            @Nullable String whyNotBack,
            Comparing comparing) {
        this.name = name;
        this.versions = versions;
        this.address = address;
        this.comparing = comparing;
        addClassName("release-versions");
        Card table = new Card(MESSAGES.get("tab.versions"));
        table.show(table(whyNotBack == null));
        if (whyNotBack != null) {
            Paragraph reason = new Paragraph(MESSAGES.get("versions.no-way-back", Sentence.of(whyNotBack)));
            reason.addClassName("facts");
            table.add(reason);
        }
        add(compare(), table);
    }

    private Card compare() {
        ReleaseVersion newer = find(address.to()).orElse(versions.getFirst());
        ReleaseVersion older = find(address.from()).orElse(before(newer));
        Card card = new Card(MESSAGES.get("compare.title"));
        if (versions.size() == 1) {
            card.show(new Text(MESSAGES.get("compare.one")));
            return card;
        }
        Div bar = new Div(
                choice("compare.from", older, chosen -> comparing.compare(chosen.key(), newer.key())),
                choice("compare.to", newer, chosen -> comparing.compare(older.key(), chosen.key())));
        bar.addClassName("bar");
        card.show(bar, comparing.difference(older, newer));
        return card;
    }

    private Optional<ReleaseVersion> find(String key) {
        return versions.stream().filter(version -> version.key().equals(key)).findFirst();
    }

    private ReleaseVersion before(ReleaseVersion version) {
        int at = versions.indexOf(version);
        return versions.get(Math.min(at + 1, versions.size() - 1));
    }

    private Select<ReleaseVersion> choice(String label, ReleaseVersion value, Consumer<ReleaseVersion> onChoice) {
        Select<ReleaseVersion> choice = new Select<>();
        choice.setLabel(MESSAGES.get(label));
        choice.setItems(versions);
        choice.setItemLabelGenerator(VersionsPanel::label);
        choice.setValue(value);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                onChoice.accept(change.getValue());
            }
        });
        return choice;
    }

    static String label(ReleaseVersion version) {
        ReleaseRevision revision = version.revision();
        if (revision == null) {
            return MESSAGES.get("version.queue");
        }
        return version.release() == null
                ? MESSAGES.get("version.removed", version.key())
                : MESSAGES.get(
                        "version.label",
                        Integer.toString(version.release().dataVersion()),
                        version.key(),
                        revision.row().by().name());
    }

    private NativeTable table(boolean withWayBack) {
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        table.setCaptionText(MESSAGES.get("tab.versions"));
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("version", "when", "by", "through", "what", "do")) {
            head.addHeaderCell().setText(MESSAGES.get("versions." + column));
        }
        boolean latest = true;
        for (ReleaseVersion version : versions) {
            ReleaseRevision revision = version.revision();
            if (revision != null) {
                addRow(table.getBody().addRow(), version, revision, latest, withWayBack);
                latest = false;
            }
        }
        return table;
    }

    private void addRow(
            NativeTableRow row, ReleaseVersion version, ReleaseRevision revision, boolean latest, boolean withWayBack) {
        NativeTableHeaderCell head = row.addHeaderCell();
        head.getElement().setAttribute("scope", "row");
        head.setText(
                version.release() == null
                        ? "—"
                        : Integer.toString(version.release().dataVersion()));
        if (latest) {
            head.add(new Text(" "), new Chip(Tone.GOOD, "●", MESSAGES.get("version.now")));
        }
        row.addDataCell().add(Moment.date(revision.row().at()));
        row.addDataCell().setText(revision.row().by().name());
        var through = row.addDataCell();
        if (revision.row().changeSet() != null) {
            through.add(ChangesNavigation.linkTo(
                    revision.row().changeSet(), "#" + revision.row().changeSet()));
        }
        row.addDataCell().setText(what(revision));
        Div actions = new Div();
        actions.addClassName("row-actions");
        ReleaseVersion older = before(version);
        if (!older.equals(version)) {
            RouterLink compare = ReleaseNavigation.linkTo(
                    MESSAGES.get("versions.compare"), name, address.comparing(older.key(), version.key()));
            compare.getElement().setAttribute("aria-label", MESSAGES.get("versions.compare.label", label(version)));
            actions.add(compare);
        }
        if (!latest && version.release() != null && withWayBack) {
            actions.add(back(revision, label(version)));
        }
        row.addDataCell().add(actions);
    }

    private Component back(ReleaseRevision revision, String label) {
        long number = revision.row().changeId();
        Button button = new Button(MESSAGES.get("versions.back"), click -> comparing.goBackTo(number));
        button.setAriaLabel(MESSAGES.get("versions.back.label", label));
        button.addThemeNames("small");
        return button;
    }

    private static String what(ReleaseRevision revision) {
        if (revision.row().isRemoval()) {
            return MESSAGES.get("version.was-removed");
        }
        int parts = revision.parts().size();
        String named = revision.parts().keySet().stream()
                .limit(PARTS_NAMED)
                .map(BlobText::name)
                .collect(Collectors.joining(", "));
        return MESSAGES.get(
                parts > PARTS_NAMED ? "versions.parts.more" : "versions.parts", parts, named, parts - PARTS_NAMED);
    }
}
