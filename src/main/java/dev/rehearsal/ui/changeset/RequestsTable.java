package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ChannelImpact.Trait;
import dev.rehearsal.insight.impact.ImpactLine;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Percentage;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.List;
import java.util.stream.Stream;

/** Requests that get something else, by release, version, system and locale; each line leads to queries. */
final class RequestsTable extends Div {

    private static final Messages MESSAGES = Messages.beside(RequestsTable.class);

    private final ChannelImpact impact;
    private final RequestsCard.Asking asking;
    private final NativeTableBody body = new NativeTableBody();

    RequestsTable(ChannelImpact impact, RequestsCard.Asking asking) {
        this.impact = impact;
        this.asking = asking;
        addClassName("requests-table");
        addGroup(
                "requests.by-release",
                impact.moves().stream().map(ChannelImpact.ReleaseLine::line).toList());
        addGroup(
                "requests.mind",
                Stream.of(impact.losing(), impact.older())
                        .filter(line -> !line.share().isOfNone())
                        .toList());
        addGroup("requests.by-version", impact.by().getOrDefault(Trait.VERSION, List.of()));
        addGroup("requests.by-system", impact.by().getOrDefault(Trait.SYSTEM, List.of()));
        addGroup("requests.by-locale", impact.by().getOrDefault(Trait.LOCALE, List.of()));
        add(new NativeTable(body));
    }

    private void addGroup(String key, List<ImpactLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        NativeTableHeaderCell head = new NativeTableHeaderCell(MESSAGES.get(key));
        head.getElement().setAttribute("colspan", "3");
        head.getElement().setAttribute("scope", "rowgroup");
        body.add(new NativeTableRow(head));
        lines.forEach(line -> body.add(row(line)));
    }

    private NativeTableRow row(ImpactLine line) {
        NativeTableCell share = new NativeTableCell(Percentage.of(line.share()));
        share.addClassName("share");
        return new NativeTableRow(new NativeTableCell(line.label()), share, new NativeTableCell(examples(line)));
    }

    private Component examples(ImpactLine line) {
        UnorderedList list = new UnorderedList();
        for (UpdateQuery query : line.examples()) {
            AskedUrl.like(query)
                    .flatMap(asked -> asking.address(impact.where(), asked))
                    .ifPresent(address -> {
                        ListItem item = new ListItem(PreviewNavigation.linkTo(address.url(), address));
                        item.addClassName("mono");
                        list.add(item);
                    });
        }
        int count = (int) list.getChildren().count();
        return count == 0 ? new Div() : new NativeDetails(MESSAGES.get("requests.queries", count), list);
    }
}
