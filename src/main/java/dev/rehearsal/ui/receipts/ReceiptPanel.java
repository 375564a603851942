package dev.rehearsal.ui.receipts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.rehearsal.history.receipt.PublishedKey;
import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.ReceiptText;
import dev.rehearsal.history.receipt.Receipts;
import dev.rehearsal.history.receipt.SubjectFile;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.ReceiptNavigation;
import dev.rehearsal.ui.links.ReceiptsAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One receipt: who agreed to what, or what was seen, and the files with which it is checked. */
class ReceiptPanel extends Section {

    private static final Messages MESSAGES = Messages.beside(ReceiptPanel.class);

    private final Receipts receipts;
    private final Actor reader;
    private final Div heading = new Div();
    private final H2 title = new H2();

    ReceiptPanel(Receipts receipts, Actor reader, Runnable onClose) {
        this.receipts = receipts;
        this.reader = reader;
        Button close = new Button("×", click -> onClose.run());
        close.setAriaLabel(MESSAGES.get("close"));
        close.addThemeNames("tertiary", "icon");
        heading.add(title, close);
        heading.addClassName("panel-heading");
        addClassNames("card", "panel");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
    }

    void show(long number) {
        title.setText(MESSAGES.get("receipt", Long.toString(number)));
        removeAll();
        add(heading);
        receipts.find(number)
                .ifPresentOrElse(
                        receipt -> show(receipts.told(receipt)),
                        () -> add(new EmptyState(MESSAGES.get("unknown", Long.toString(number)))));
    }

    private void show(ReceiptText told) {
        Receipt receipt = told.receipt();
        add(
                new Paragraph(ChangesNavigation.linkTo(receipt.set(), told.title())),
                new Paragraph(MESSAGES.parts(
                        "made." + receipt.kind().wireName(), Moment.date(receipt.at()), ReceiptTable.signed(receipt))));
        if (told.enactment() != null) {
            show(told.enactment(), told.about());
        }
        if (told.seen() != null) {
            show(told.seen(), told.about());
        }
        add(new H3(MESSAGES.get("files")), files(receipt), new H3(MESSAGES.get("digests")));
        add(digest("digest.own", receipt.digest()));
        if (told.previous() != null) {
            add(digest("digest.previous", told.previous()));
        }
    }

    private void show(ReceiptText.Enactment enactment, Instant at) {
        add(new H3(MESSAGES.get("people")));
        UnorderedList people = new UnorderedList();
        people.add(new ListItem(MESSAGES.get("people.wrote", joined(enactment.writers()))));
        enactment.signoffs().forEach(signoff -> people.add(agreement("people.signed", signoff)));
        enactment.passes().forEach(pass -> people.add(agreement("people.passed", pass)));
        people.add(new ListItem(MESSAGES.parts("people.enacted", enactment.by(), Moment.date(at))));
        add(people);
        if (enactment.breakGlass() != null) {
            add(new Paragraph(MESSAGES.get("people.break-glass", enactment.breakGlass())));
        }
        enactment.freezes().forEach(freeze -> add(new Paragraph(MESSAGES.get("people.freeze", freeze))));
        add(digest("digest.signed", enactment.digest()));
    }

    private static ListItem agreement(String key, ReceiptText.Agreement agreement) {
        return new ListItem(MESSAGES.parts(key, agreement.person(), agreement.as(), Moment.date(agreement.at())));
    }

    private void show(ReceiptText.Seen seen, Instant at) {
        String first = Long.toString(seen.first());
        add(
                new H3(MESSAGES.get("seen")),
                new Paragraph(ReceiptTable.live(seen.stillLive())),
                new Paragraph(MESSAGES.parts(
                        "seen.of",
                        ReceiptNavigation.link(
                                MESSAGES.get("receipt", first), ReceiptsAddress.ALL.opening(seen.first())),
                        Moment.date(at))));
        if (seen.traffic().isEmpty()) {
            add(new Paragraph(MESSAGES.get("seen.no-traffic")));
        }
        seen.traffic().forEach(traffic -> {
            UnorderedList shares = new UnorderedList();
            traffic.shares()
                    .forEach(share ->
                            shares.add(new ListItem(MESSAGES.get("seen.share", share.share(), share.release()))));
            add(
                    new Paragraph(
                            MESSAGES.get("seen.traffic", traffic.channel(), traffic.requests(), traffic.source())),
                    shares);
        });
    }

    private UnorderedList files(Receipt receipt) {
        UnorderedList files = new UnorderedList();
        files.add(new ListItem(file(
                "receipt-%d.json".formatted(receipt.number()),
                () -> receipt.envelope().json())));
        for (SubjectFile subject : receipts.subjects(receipt)) {
            files.add(new ListItem(subject(receipt, subject.name())));
        }
        keyOf(receipt)
                .forEach(key -> files.add(new ListItem(file(
                        "receipts-%s.pem".formatted(key.id().substring(0, 8)),
                        () -> key.pem().getBytes(StandardCharsets.US_ASCII)))));
        return files;
    }

    private Component subject(Receipt receipt, String name) {
        try {
            receipts.subject(reader, receipt.number(), name);
            return file(
                    name, () -> receipts.subject(reader, receipt.number(), name).bytes());
        } catch (RefusedException hidden) {
            return new Span(MESSAGES.get("file.hidden", name));
        }
    }

    private List<PublishedKey> keyOf(Receipt receipt) {
        List<PublishedKey> found = new ArrayList<>(receipts.keys());
        found.removeIf(key ->
                receipt.signed() == null || !key.id().equals(receipt.signed().keyId()));
        return found;
    }

    private static Anchor file(String name, Supplier<byte[]> bytes) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] all = bytes.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(all), name, "application/octet-stream", all.length);
                }),
                name);
    }

    private static Paragraph digest(String key, String digest) {
        Paragraph line = new Paragraph(MESSAGES.parts(key, new Code(digest)));
        line.addClassName("digest");
        return line;
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? MESSAGES.get("people.nobody") : String.join(", ", names);
    }
}
