package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.preview.ReleaseOrder;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.changeset.PartList;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card that compares a blob that is about to be scheduled with what is there: its release, or the one before a new
 * one.
 */
class BlobDifferenceCard extends Card {

    private static final Messages MESSAGES = Messages.beside(BlobDifferenceCard.class);

    private final ReleaseTable table;
    private final StoredContents contents;
    private final PartTexts texts;
    private final @Nullable Release existing;
    private final ComboBox<String> with = new ComboBox<>(MESSAGES.get("upload.compare"));
    private @Nullable ObjectNode shown;

    /** @param existing the release that gets another blob; null for a new one, which can be compared with any */
    BlobDifferenceCard(ReleaseTable table, StoredContents contents, PartTexts texts, @Nullable Release existing) {
        super(MESSAGES.get("compare.title"));
        this.table = table;
        this.contents = contents;
        this.texts = texts;
        this.existing = existing;
        with.setItems(table.rows().stream()
                .map(ReleaseTable.Row::name)
                .sorted(ReleaseOrder.BY_NAME.reversed())
                .map(ReleaseName::value)
                .toList());
        with.setVisible(existing == null);
        with.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                showDifference();
            }
        });
        setVisible(false);
    }

    /**
     * Shows what differs, anew where it is another blob.
     *
     * @param blob null for none yet
     * @param name what the release is called
     */
    void show(@Nullable ObjectNode blob, String name) {
        boolean another = blob != shown;
        shown = blob;
        setVisible(blob != null && (existing != null || !table.rows().isEmpty()));
        if (another && existing == null) {
            with.setValue(before(name).map(ReleaseName::value).orElse(null));
        }
        if (another) {
            showDifference();
        }
    }

    private Optional<ReleaseName> before(String name) {
        return ReleaseOrder.before(
                new ReleaseName(name),
                table.rows().stream().map(ReleaseTable.Row::name).toList());
    }

    private void showDifference() {
        ObjectNode blob = shown;
        Release other = existing != null
                ? existing
                : with.getValue() == null
                        ? null
                        : table.find(new ReleaseName(with.getValue()))
                                .map(ReleaseTable.Row::release)
                                .orElse(null);
        if (blob == null || other == null) {
            show(with, new Paragraph(MESSAGES.get("upload.compare.choose")));
            return;
        }
        Optional<Manifest> before = contents.findManifest(other.content());
        if (before.isEmpty()) {
            show(with, new Paragraph(MESSAGES.get("difference.not-kept")));
            return;
        }
        BlobParts split = BlobParts.split(blob);
        SortedMap<String, JsonNode> byPath = split.byPath();
        List<Difference.Part> parts = VersionDifference.parts(before.get().parts(), split.hashes());
        show(
                with,
                new Paragraph(MESSAGES.get("upload.compare.parts", parts.size(), other.name())),
                new PartList(parts, part -> texts.compareWith(part.was(), byPath.get(part.path()))));
    }
}
