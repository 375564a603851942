package dev.rehearsal.ui.traffic;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.ListedRequests;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.traffic.ListDraft;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RefusalLine;
import dev.rehearsal.ui.frame.TimeField;
import dev.rehearsal.ui.frame.Toast;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Loads a list: what it is called and of which time it is, then the file, which is read as it comes. */
class ListForm extends Card {

    private static final Messages MESSAGES = Messages.beside(ListForm.class);

    private final TrafficDesk desk;
    private final Actor actor;
    private final Runnable onChange;
    private final TextField name = new TextField(MESSAGES.get("load.name"));
    private final RefusalLine refusal = new RefusalLine();

    /** What was entered last, for the thread that the file comes on. */
    private volatile ListDraft entered;

    ListForm(TrafficDesk desk, Runnable onChange) {
        super(MESSAGES.get("load"));
        this.desk = desk;
        this.actor = desk.actor();
        this.onChange = onChange;
        Instant today = desk.clock().instant().truncatedTo(ChronoUnit.DAYS);
        this.entered = new ListDraft("", today.minus(Duration.ofDays(1)), today);
        name.setMaxLength(200);
        name.setPlaceholder(MESSAGES.get("load.name.example"));
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(
                change -> entered = new ListDraft(change.getValue(), entered.from(), entered.until()));
        TimeField from = new TimeField(
                MESSAGES.get("load.from"),
                time -> entered = new ListDraft(entered.name(), chosen(time), entered.until()));
        TimeField until = new TimeField(
                MESSAGES.get("load.until"),
                time -> entered = new ListDraft(entered.name(), entered.from(), chosen(time)));
        from.show(entered.from());
        until.show(entered.until());
        Div fields = new Div(name, from, until);
        fields.addClassName("fields");
        Upload upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        Paragraph formats = new Paragraph(MESSAGES.get("load.formats"));
        formats.addClassName("about");
        addClassName("list-form");
        show(formats, fields, upload, refusal);
    }

    private static Instant chosen(@Nullable Instant time) {
        return Objects.requireNonNullElse(time, Instant.EPOCH);
    }

    /** Runs without the lock of the screen, for as long as the file takes. */
    private void receive(UploadEvent event) throws IOException {
        ListDraft draft = entered.name().isEmpty()
                ? new ListDraft(event.getFileName(), entered.from(), entered.until())
                : entered;
        try {
            LoadedList list = desk.lists().load(actor, draft, new ListedRequests(event.getInputStream()));
            tell(event.getUI(), () -> loaded(list));
        } catch (RefusedException refused) {
            tell(event.getUI(), () -> refuse(refused));
        } catch (ZipException | EOFException broken) {
            tell(event.getUI(), () -> refuse(RefusedException.invalid("", MESSAGES.get("load.broken"))));
        }
    }

    private static void tell(UI ui, Runnable news) {
        ui.access(news::run);
    }

    private void refuse(RefusedException refused) {
        refusal.attempt(() -> {
            throw refused;
        });
    }

    private void loaded(LoadedList list) {
        refusal.attempt(() -> {});
        name.clear();
        Toast.say(MESSAGES.get(
                "loaded",
                list.name(),
                list.channels().stream().mapToLong(LoadedList.OnChannel::asked).sum()));
        onChange.run();
    }
}
