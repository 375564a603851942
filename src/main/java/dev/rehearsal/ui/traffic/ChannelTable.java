package dev.rehearsal.ui.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Each product and channel that was asked, with how much and when last, and what figures about it are made of. */
class ChannelTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ChannelTable.class);

    /**
     * A row with what is known of one channel.
     *
     * @param list that stands for its sample; null where none does
     */
    record Row(
            ProductChannel where,
            RequestCount day,
            RequestCount month,
            @Nullable LoadedList list) {}

    /** @param lists the one that was loaded last first */
    static List<Row> rows(TrafficCounts counts, List<LoadedList> lists) {
        Map<ProductChannel, RequestCount> day = counts.all(TrafficSamples.DAY);
        Map<ProductChannel, RequestCount> month = counts.all(TrafficSamples.MONTH);
        Map<ProductChannel, LoadedList> newest = new HashMap<>();
        lists.forEach(list -> list.channels().forEach(told -> newest.putIfAbsent(told.where(), list)));
        TreeSet<ProductChannel> known = new TreeSet<>(SampledChannels.ORDER);
        known.addAll(month.keySet());
        known.addAll(newest.keySet());
        return known.stream()
                .map(where -> new Row(
                        where,
                        day.getOrDefault(where, RequestCount.NONE),
                        month.getOrDefault(where, RequestCount.NONE),
                        newest.get(where)))
                .toList();
    }

    ChannelTable(List<Row> rows) {
        addClassName("card");
        addClassName("plain-table");
        setCaptionText(MESSAGES.get("channels"));
        NativeTableRow headings = getHead().addRow();
        for (String column : List.of("product", "channel", "day", "month", "last", "source")) {
            NativeTableHeaderCell cell = headings.addHeaderCell();
            cell.setText(MESSAGES.get("column." + column));
            if (column.equals("day") || column.equals("month")) {
                cell.addClassName("number");
            }
        }
        rows.forEach(row -> add(getBody().addRow(), row));
    }

    private static void add(NativeTableRow cells, Row row) {
        cells.addDataCell().setText(Objects.requireNonNullElse(row.where().product(), MESSAGES.get("any.product")));
        NativeTableHeaderCell channel = cells.addHeaderCell();
        channel.getElement().setAttribute("scope", "row");
        channel.setText(
                row.where().channel().equals(SampledChannels.OTHER)
                        ? MESSAGES.get("any.channel")
                        : row.where().channel());
        number(cells.addDataCell(), "day", row.day().asked());
        number(cells.addDataCell(), "month", row.month().asked());
        if (row.month().last() == null) {
            cells.addDataCell().setText(MESSAGES.get("last.none"));
        } else {
            cells.addDataCell().add(Moment.date(row.month().last()));
        }
        LoadedList list = row.list();
        NativeTableCell source = cells.addDataCell();
        if (list == null) {
            source.setText(sample(row.month()));
        } else {
            source.add(new Div(MESSAGES.get("source.list", list.name())));
        }
    }

    private static String sample(RequestCount month) {
        if (month.invented() == 0) {
            return MESSAGES.get("source.sample");
        }
        return MESSAGES.get(month.invented() == month.asked() ? "source.invented" : "source.mixed");
    }

    /** On a narrow screen, where no column stands over it, it says itself what it counts. */
    private static void number(NativeTableCell cell, String column, long requests) {
        cell.addClassName("number");
        cell.getElement().setAttribute("data-label", MESSAGES.get("column." + column));
        cell.setText(MESSAGES.get("number", requests));
    }
}
