package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.ui.changeset.PartList;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shows how two versions of a release differ: its row in sentences, its blob part by part. */
class VersionDifference extends Div {

    private static final Messages MESSAGES = Messages.beside(VersionDifference.class);

    VersionDifference(ReleaseVersion older, ReleaseVersion newer, StoredContents contents, PartTexts texts) {
        addClassName("version-difference");
        Release was = older.release();
        Release becomes = newer.release();
        rowDifferences(was, becomes).forEach(sentence -> add(new Paragraph(sentence)));
        Optional<Manifest> before = manifest(was, contents);
        Optional<Manifest> after = manifest(becomes, contents);
        if (before.isEmpty() || after.isEmpty()) {
            add(new Paragraph(MESSAGES.get("difference.not-kept")));
            return;
        }
        List<Difference.Part> parts = parts(before.get().parts(), after.get().parts());
        add(new Paragraph(MESSAGES.get("difference.parts", parts.size())));
        add(new PartList(parts, texts));
    }

    /** Returns what the release is made of: of a removed one nothing is left, which is known. */
    private static Optional<Manifest> manifest(@Nullable Release release, StoredContents contents) {
        return release == null ? Optional.of(new Manifest(new TreeMap<>())) : contents.findManifest(release.content());
    }

    private static List<String> rowDifferences(@Nullable Release was, @Nullable Release becomes) {
        List<String> sentences = new ArrayList<>();
        if (was != null && becomes != null) {
            if (!was.product().equals(becomes.product())) {
                sentences.add(MESSAGES.get("difference.product", was.product(), becomes.product()));
            }
            if (was.readOnly() != becomes.readOnly()) {
                sentences.add(MESSAGES.get(becomes.readOnly() ? "difference.locked" : "difference.unlocked"));
            }
        }
        return sentences;
    }

    /** Returns the parts that differ, by path. */
    static List<Difference.Part> parts(Map<String, ContentHash> before, SortedMap<String, ContentHash> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new Difference.Part(path, before.get(path), after.get(path)))
                .toList();
    }
}
