package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.WebhookNavigation;
import dev.rehearsal.ui.links.WebhooksAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A table of webhooks: where each leads and what it is for; of the address only the host, since the rest may be a
 * secret.
 */
class WebhookTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(WebhookTable.class);

    WebhookTable(List<Webhook> all, WebhooksAddress address) {
        addClassName("card");
        addClassName("plain-table");
        setCaptionText(MESSAGES.get("title"));
        NativeTableRow headings = getHead().addRow();
        for (String column : List.of("name", "host", "about", "kinds", "state")) {
            headings.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        all.forEach(webhook -> add(getBody().addRow(), webhook, address));
    }

    private static void add(NativeTableRow row, Webhook webhook, WebhooksAddress address) {
        String id = Long.toString(webhook.id());
        if (address.webhook().equals(id)) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(WebhookNavigation.link(webhook.draft().name(), address.at(id)));
        row.addDataCell()
                .add(
                        new Div(Objects.requireNonNullElse(
                                URI.create(webhook.draft().url()).getHost(), "")),
                        new Div(MESSAGES.get(
                                "format." + webhook.draft().format().name().toLowerCase(Locale.ROOT))));
        row.addDataCell().setText(about(webhook));
        row.addDataCell().setText(MESSAGES.get("kinds.count", webhook.kinds().size()));
        row.addDataCell().add(state(webhook));
    }

    private static String about(Webhook webhook) {
        return MESSAGES.get(
                "about",
                Objects.requireNonNullElse(webhook.draft().product(), MESSAGES.get("any.product")),
                Objects.requireNonNullElse(webhook.draft().channel(), MESSAGES.get("any.channel")));
    }

    private static Component[] state(Webhook webhook) {
        return webhook.endedWhy() == null
                ? new Component[] {new Chip(Tone.GOOD, "✓", MESSAGES.get("state.on"))}
                : new Component[] {new Chip(Tone.BAD, "✕", MESSAGES.get("state.ended")), new Span(webhook.endedWhy())};
    }
}
