package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.LiveAnswer;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.schedule.Light;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.ui.frame.AnswerFormatter;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.FreezeFormatter;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.shares.RateInTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One row for each live channel of a product: what is live, what comes next, who must act, and its test channels. */
class ChannelTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ChannelTable.class);

    private static final List<String> COLUMNS = List.of("channel", "live", "next", "act", "tests");

    /** A mapping for every product may cover many. */
    static final int MOST_ANSWERS = 4;

    /** @param suggested mappings that rules made by hand hint at */
    ChannelTable(
            String caption, List<Lane> lanes, List<MappingProposal> suggested, ChannelTraffic traffic, Instant now) {
        addClassNames("card", "channel-table");
        setCaptionText(caption);
        NativeTableRow headings = getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(heading(column)));
        lanes.forEach(lane -> addLane(getBody().addRow(), lane, suggested, traffic, now));
    }

    private static void addLane(
            NativeTableRow row, Lane lane, List<MappingProposal> suggested, ChannelTraffic traffic, Instant now) {
        LiveChannel live = lane.channel();
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        Span product = new Span(Products.named(live.product()));
        product.addClassName("product");
        Div names = new Div(link(live), product);
        names.addClassName("names");
        Div place = new Div(light(lane.next().kind().light()), names);
        place.addClassName("place");
        name.add(place);
        cell(row, "live", answers(lane)).add(traffic.ofLive(lane));
        cell(row, "next", new NextStep(lane, now));
        cell(row, "act", new NextActLine(lane.next()));
        cell(row, "tests", live.isMapped() ? new TestChannelList(lane, traffic) : NotMapped.on(live, suggested));
    }

    private static Component link(LiveChannel live) {
        return live.channel().isEmpty()
                ? RuleNavigation.linkTo(MESSAGES.get("channels.every"), live.product(), null)
                : PreviewNavigation.linkTo(live.channel(), live.product());
    }

    /** Its shape and its name tell what its colour does. */
    private static Component light(Light light) {
        String word = MESSAGES.get("light." + light.name().toLowerCase(Locale.ROOT));
        Span shown = new Span(
                switch (light) {
                    case GO -> "●";
                    case WAIT -> "▲";
                    case STOP -> "■";
                });
        shown.addClassNames("light", light.name().toLowerCase(Locale.ROOT));
        shown.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", word)
                .setAttribute("title", word);
        return shown;
    }

    private static Component[] answers(Lane lane) {
        LiveChannel live = lane.channel();
        List<Component> answers = new ArrayList<>();
        boolean several = live.answers().size() > 1;
        live.answers().entrySet().stream().limit(MOST_ANSWERS).forEach(answer -> answers.add(answer(several, answer)));
        if (live.answers().size() > MOST_ANSWERS) {
            answers.add(new Div(MESSAGES.get("live.more", live.answers().size() - MOST_ANSWERS)));
        }
        if (live.isStopped()) {
            answers.add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")));
        }
        if (lane.freeze() != null) {
            Chip frozen = new Chip(Tone.CAREFUL, "*", MESSAGES.get("frozen"));
            answers.add(new Div(frozen, new Text(" " + FreezeFormatter.said(lane.freeze()))));
        }
        return answers.toArray(Component[]::new);
    }

    private static Component answer(boolean several, Map.Entry<String, LiveAnswer> answer) {
        LiveAnswer live = answer.getValue();
        Span version = new Span(AnswerFormatter.given(live.main()));
        version.addClassName(live.main() instanceof LiveAnswer.Version ? "version" : "no-version");
        Div shown = new Div(version);
        shown.addClassName("live-answer");
        shown.getElement().setAttribute("title", AnswerFormatter.why(live));
        if (several) {
            shown.addComponentAsFirst(new Span(answer.getKey()));
        }
        String rate = AnswerFormatter.rate(live);
        if (!rate.isEmpty()) {
            Span said = new Span(rate);
            said.addClassName("facts");
            said.getElement().setAttribute("title", RateInTime.said(live.rate()));
            shown.add(said, share(live.rate()));
        }
        return shown;
    }

    /** Decoration: the sentence beside it says the number. */
    private static Component share(int rate) {
        Div part = new Div();
        part.getStyle().set("width", rate + "%");
        Div bar = new Div(part);
        bar.addClassName("share");
        return bar;
    }

    private static String heading(String column) {
        return MESSAGES.get("channels.column." + column);
    }

    /** @param column repeated in front of the cell where the window is too narrow for columns */
    private static NativeTableCell cell(NativeTableRow row, String column, Component... content) {
        NativeTableCell cell = row.addDataCell();
        cell.addClassName(column);
        cell.getElement().setAttribute("data-column", heading(column));
        cell.add(content);
        return cell;
    }
}
