package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.notice.Delivery;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.RefusalLine;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.WebhookNavigation;
import dev.rehearsal.ui.links.WebhooksAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Lists what was given up, with a way to send it again, or what is on its way, or what was delivered. */
class DeliveryList extends Section {

    private static final Messages MESSAGES = Messages.beside(DeliveryList.class);

    /** More at once are no list that anybody reads. */
    private static final int MOST = 100;

    private final WebhookDesk desk;
    private final Runnable onChange;
    private final RefusalLine refusal = new RefusalLine();

    DeliveryList(WebhookDesk desk, WebhooksAddress address, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        Delivery.State wanted = Arrays.stream(Delivery.State.values())
                .filter(state -> state.wireName().equals(address.state()))
                .findFirst()
                .orElse(Delivery.State.DEAD);
        addClassName("deliveries");
        Div states = new Div();
        states.addClassName("states");
        for (Delivery.State state : List.of(Delivery.State.DEAD, Delivery.State.WAITING, Delivery.State.DELIVERED)) {
            states.add(link(state, wanted, address));
        }
        List<Delivery> found = desk.deliveries().latest(desk.actor(), wanted, 0, MOST);
        add(new H2(MESSAGES.get("deliveries")), states, refusal);
        if (found.isEmpty()) {
            add(new Paragraph(MESSAGES.get("deliveries.none." + wanted.wireName())));
        } else {
            add(table(found, wanted));
        }
    }

    private RouterLink link(Delivery.State state, Delivery.State wanted, WebhooksAddress address) {
        RouterLink link = WebhookNavigation.link(
                MESSAGES.get("deliveries." + state.wireName(), desk.deliveries().count(desk.actor(), state)),
                address.listing(state.wireName()));
        if (state == wanted) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private NativeTable table(List<Delivery> found, Delivery.State state) {
        NativeTable table = new NativeTable();
        table.addClassNames("card", "plain-table");
        table.setCaptionText(MESSAGES.get("deliveries"));
        NativeTableRow headings = table.getHead().addRow();
        for (String column : List.of("notice", "receiver", "answer", "when")) {
            headings.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        if (state == Delivery.State.DEAD) {
            headings.addHeaderCell().setText(MESSAGES.get("column.what-to-do"));
        }
        found.forEach(delivery -> add(table.getBody().addRow(), delivery));
        return table;
    }

    private void add(NativeTableRow row, Delivery delivery) {
        NativeTableHeaderCell notice = row.addHeaderCell();
        notice.getElement().setAttribute("scope", "row");
        notice.setText(delivery.notice().told().title());
        row.addDataCell().setText(delivery.receiver());
        row.addDataCell()
                .add(
                        chip(delivery.state()),
                        new Span(MESSAGES.get("attempts", delivery.attempts())),
                        new Div(Objects.requireNonNullElse(delivery.answer(), "")));
        Instant when = Objects.requireNonNullElse(delivery.endedAt(), delivery.nextAt());
        row.addDataCell().add(Moment.date(when));
        if (delivery.state() == Delivery.State.DEAD) {
            Button again = new Button(MESSAGES.get("again"), click -> sendAgain(delivery));
            again.addThemeNames("small");
            again.setAriaLabel(
                    MESSAGES.get("again.which", delivery.notice().told().title()));
            row.addDataCell().add(again);
        }
    }

    private static Chip chip(Delivery.State state) {
        String text = MESSAGES.get("delivery." + state.wireName());
        return switch (state) {
            case WAITING -> new Chip(Tone.CALM, "…", text);
            case DELIVERED -> new Chip(Tone.GOOD, "✓", text);
            case DEAD -> new Chip(Tone.BAD, "✕", text);
        };
    }

    private void sendAgain(Delivery delivery) {
        if (refusal.attempt(() -> desk.deliveries().sendAgain(desk.actor(), delivery.id()))) {
            Toast.say(MESSAGES.get("again.done"));
            onChange.run();
        }
    }
}
