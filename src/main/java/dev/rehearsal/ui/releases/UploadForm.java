package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Unsaved;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file with a blob and, for a new release, what it is called and for which product; both are read from the blob. */
class UploadForm extends Card {

    private static final Messages MESSAGES = Messages.beside(UploadForm.class);

    private static final int LARGEST_BYTES = 64 * 1024 * 1024;
    private static final int LONGEST_PASTE = 4 * 1024 * 1024;

    private final TextField name = new TextField(MESSAGES.get("upload.name"));
    private final OpenChoice product = new OpenChoice(MESSAGES.get("product"));
    private final TextArea paste = new TextArea(MESSAGES.get("upload.paste"));
    private final Paragraph told = new Paragraph();
    private final Runnable onChange;
    private final BlobDifferenceCard difference;
    private final @Nullable Release existing;
    private @Nullable UploadedBlob uploaded;

    /**
     * @param difference shows what a blob changes, as soon as there is one
     * @param existing the release that gets another blob; null for a new one
     * @param onChange told of each file and each entry
     */
    UploadForm(
            BlobDifferenceCard difference, @Nullable Release existing, Collection<String> products, Runnable onChange) {
        super(MESSAGES.get("upload.title"));
        this.existing = existing;
        this.difference = difference;
        this.onChange = onChange;
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) ->
                getUI().ifPresent(ui -> ui.access(() -> receive(metadata.fileName(), content)))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST_BYTES);
        upload.setAcceptedFileTypes(".json");
        paste.setPlaceholder(MESSAGES.get("upload.paste.example"));
        paste.setValueChangeMode(ValueChangeMode.LAZY);
        paste.setMaxLength(LONGEST_PASTE);
        paste.setMaxRows(8);
        paste.addClassName("paste");
        paste.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                receive(MESSAGES.get("upload.pasted"), change.getValue().getBytes(StandardCharsets.UTF_8));
            }
        });
        told.getElement().setAttribute("role", "status");
        Unsaved.keep(name, "name");
        Unsaved.keep(product, "product");
        name.setMaxLength(100);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        product.setItems(products);
        product.onEntry(onChange);
        Div fields = new Div(name, product);
        fields.addClassName("fields");
        fields.setVisible(existing == null);
        addClassName("upload-form");
        show(upload, paste, told, fields);
    }

    private void receive(String fileName, byte[] content) {
        UploadedBlob blob = UploadedBlob.read(fileName, content);
        uploaded = blob;
        told.setText(
                blob.blob() == null
                        ? MESSAGES.get("upload.refused", fileName, blob.fault())
                        : MESSAGES.get("upload.read", fileName, blob.bytes(), blob.name(), blob.product()));
        if (existing == null) {
            if (name.isEmpty()) {
                name.setValue(blob.name());
            }
            if (product.getValue() == null && !blob.product().isEmpty()) {
                product.setValue(blob.product());
            }
        }
        difference.show(blob.blob(), releaseName());
        onChange.run();
    }

    /** Returns what is still to be entered, in a sentence; null if nothing. */
    @Nullable
    String missing() {
        UploadedBlob file = uploaded;
        if (file == null) {
            return MESSAGES.get("upload.choose");
        }
        if (file.blob() == null) {
            return file.fault();
        }
        boolean named = existing != null || !name.getValue().isBlank() && product.getValue() != null;
        return named ? null : MESSAGES.get("upload.name-it");
    }

    /** None while something is {@link #missing}. */
    List<Proposal> proposals() {
        if (missing() != null || uploaded == null || uploaded.blob() == null) {
            return List.of();
        }
        return List.of(
                existing == null
                        ? new Proposal.AddRelease(
                                new ReleaseName(name.getValue().strip()),
                                Objects.requireNonNull(product.getValue()),
                                false,
                                uploaded.blob())
                        : new Proposal.ReplaceRelease(existing.name(), existing.dataVersion(), null, uploaded.blob()));
    }

    /** Returns the name of the release that it makes or changes; empty as long as nobody knows. */
    String releaseName() {
        return existing == null ? name.getValue().strip() : existing.name().value();
    }
}
