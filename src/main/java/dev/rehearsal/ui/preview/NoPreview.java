package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.insight.preview.LiveAnswer;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.ui.frame.AnswerFormatter;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why there is no preview, with a table of the channels that can be looked at. */
class NoPreview extends Div {

    private static final Messages MESSAGES = Messages.beside(NoPreview.class);

    private static final int MOST = 60;

    /** A mapping for every product may cover many. */
    private static final int MOST_ANSWERS = 3;

    NoPreview(String title, String why, ChannelOverview overview) {
        addClassName("no-preview");
        List<LiveChannel> mapped = overview.liveChannels();
        List<ProductChannel> others = overview.unmapped().stream().limit(MOST).toList();
        add(new H1(title));
        if (mapped.isEmpty() && others.isEmpty()) {
            add(new EmptyState(why, PreviewNavigation.linkToAll(MESSAGES.get("no-preview.how"))));
        } else {
            add(new Paragraph(why), table(mapped, others));
        }
    }

    private static NativeTable table(List<LiveChannel> mapped, List<ProductChannel> others) {
        NativeTable table = new NativeTable();
        table.addClassNames("card", "plain-table");
        table.setCaptionText(MESSAGES.get("no-preview.caption"));
        NativeTableRow headings = table.getHead().addRow();
        for (String column : List.of("channel", "shows", "now", "then", "queued")) {
            headings.addHeaderCell().setText(MESSAGES.get("no-preview.column." + column));
        }
        for (LiveChannel live : mapped) {
            for (TestChannel test : live.testChannels()) {
                NativeTableRow row = row(table, PreviewNavigation.linkTo(test.channel(), live.product()));
                row.addDataCell()
                        .setText(MESSAGES.get("no-preview.of", live.channel(), Products.named(live.product())));
                row.addDataCell().setText(said(live.answers()));
                row.addDataCell()
                        .setText(
                                test.answers().equals(live.answers())
                                        ? MESSAGES.get("no-preview.same")
                                        : said(test.answers()));
                row.addDataCell()
                        .setText(MESSAGES.get("no-preview.queued", live.queue().size()));
            }
        }
        for (ProductChannel other : others) {
            NativeTableRow row = row(table, PreviewNavigation.linkTo(other.channel(), other.product()));
            row.addDataCell().setText(MESSAGES.get("no-preview.itself", Products.named(other.product())));
            row.addDataCell();
            row.addDataCell();
            row.addDataCell();
        }
        return table;
    }

    private static NativeTableRow row(NativeTable table, Component link) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(link);
        return row;
    }

    private static String said(SortedMap<String, LiveAnswer> answers) {
        return answers.entrySet().stream()
                .limit(MOST_ANSWERS)
                .map(answer -> named(answers.size() > 1 ? answer.getKey() : null, answer.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String named(@Nullable String product, LiveAnswer answer) {
        return product == null
                ? AnswerFormatter.said(answer)
                : MESSAGES.get("no-preview.product", product, AnswerFormatter.said(answer));
    }
}
