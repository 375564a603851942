package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.probe.SuiteRun;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ProbesAddress;
import dev.rehearsal.ui.links.ProbesNavigation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of the probes: what each must get, and what it got in the latest run. */
class ProbeTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ProbeTable.class);

    private final @Nullable SuiteRun run;

    /**
     * @param run null if there was none yet
     * @param address what is shown; each row leads on from there
     */
    ProbeTable(List<Probe> probes, @Nullable SuiteRun run, ProbesAddress address) {
        this.run = run;
        addClassName("card");
        addClassName("plain-table");
        addClassName("probe-table");
        setCaptionText(MESSAGES.get("title"));
        NativeTableRow headings = getHead().addRow();
        for (String column : List.of("name", "asks", "expected", "live", "staged")) {
            headings.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        probes.forEach(probe -> add(getBody().addRow(), probe, address));
    }

    private void add(NativeTableRow row, Probe probe, ProbesAddress address) {
        String id = Long.toString(probe.id());
        if (address.task() instanceof ProbesAddress.Task.Change(String chosen) && chosen.equals(id)) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(ProbesNavigation.link(probe.name(), address.doing(new ProbesAddress.Task.Change(id))));
        if (probe.note() != null) {
            name.add(aside(probe.note()));
        }
        Div url = aside(probe.url());
        url.addClassName("url");
        url.setTitle(probe.url());
        row.addDataCell().add(new Div(MESSAGES.get("place", probe.product(), probe.channel())), url);
        row.addDataCell().setText(ProbeFormatter.said(probe.expected()));
        row.addDataCell().add(live(probe));
        row.addDataCell().add(staged(probe));
    }

    private static Div aside(String text) {
        Div aside = new Div(text);
        aside.addClassName("aside");
        return aside;
    }

    /** What was asked before the probe became what it is says nothing of it. */
    private static boolean isOf(ProbeResult result, Probe probe) {
        return result.probe().equals(probe);
    }

    private Component[] live(Probe probe) {
        return run == null
                ? new Component[0]
                : run.liveOf(probe.id())
                        .filter(result -> isOf(result, probe))
                        .map(result -> new Component[] {said(result, null)})
                        .orElseGet(() -> new Component[0]);
    }

    private Component[] staged(Probe probe) {
        return run == null
                ? new Component[0]
                : run.testChannels().stream()
                        .flatMap(channel -> channel.of(probe.id()).stream()
                                .filter(result -> isOf(result, probe))
                                .map(result -> said(result, channel.mapping().testChannel())))
                        .toArray(Component[]::new);
    }

    private static Component said(ProbeResult result, @Nullable String testChannel) {
        Div said = new Div(ProbeFormatter.chip(result.passes()));
        if (testChannel != null) {
            said.add(new Span(testChannel));
        }
        if (!result.passes()) {
            said.add(aside(MESSAGES.get("got", ProbeFormatter.said(result.got()))));
        }
        return said;
    }
}
