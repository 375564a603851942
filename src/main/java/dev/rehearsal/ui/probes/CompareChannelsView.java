package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.probe.ChannelComparison;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.ProbesAddress;
import dev.rehearsal.ui.links.ProbesNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what clients in a log get on a test channel otherwise than on its live channel. */
@Route(value = "probes/compare", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("probes.css")
class CompareChannelsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(CompareChannelsView.class);

    /** Some thousand lines; a whole log is for the command. */
    private static final int LONGEST = 2_000_000;

    private final ChannelComparison comparison;
    private final Probes probes;
    private final SnapshotKeeper snapshots;
    private final Select<Channels> pair = new Select<>();
    private final TextArea requests = new TextArea(MESSAGES.get("compare.requests"));
    private final Div form;
    private final Div result = new Div();

    CompareChannelsView(ChannelComparison comparison, Probes probes, SnapshotKeeper snapshots) {
        this.comparison = comparison;
        this.probes = probes;
        this.snapshots = snapshots;
        pair.setLabel(MESSAGES.get("compare.pair"));
        pair.setItemLabelGenerator(channels -> MESSAGES.get("compare.pair.label", channels.right(), channels.left()));
        requests.setPlaceholder(MESSAGES.get("compare.requests.form"));
        requests.setHelperText(MESSAGES.get("compare.requests.help", ChannelComparison.MOST_REQUESTS));
        requests.setMaxLength(LONGEST);
        requests.setMinRows(6);
        requests.setMaxRows(12);
        Button take = new Button(MESSAGES.get("compare.take"), click -> takeProbes());
        Button compare = new Button(MESSAGES.get("compare.do"), click -> compare());
        compare.addThemeName("primary");
        Div buttons = new Div(compare, take);
        buttons.addClassName("buttons");
        form = new Div(pair, requests, buttons);
        form.addClassName("compare-form");
        result.addClassName("compare-result");
        Header header = new Header(
                new H1(MESSAGES.get("compare.title")),
                ProbesNavigation.link(MESSAGES.get("compare.back"), ProbesAddress.ALL));
        header.addClassName("screen-header");
        addClassNames("probes", "compare-channels");
        add(header, form, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        List<Channels> pairs = comparison.pairs(snapshots.current());
        form.setVisible(!pairs.isEmpty());
        result.removeAll();
        if (pairs.isEmpty()) {
            result.add(new EmptyState(
                    MESSAGES.get("compare.no-mapping"),
                    MappingNavigation.link(MESSAGES.get("compare.no-mapping.how"), MappingsAddress.LIST)));
        } else {
            pair.setItems(pairs);
            pair.setValue(pairs.getFirst());
        }
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("compare.page-title");
    }

    private void takeProbes() {
        String live = pair.getValue().left();
        List<Probe> own = probes.all().stream()
                .filter(probe -> probe.channel().equals(live))
                .toList();
        requests.setInvalid(own.isEmpty());
        if (own.isEmpty()) {
            requests.setErrorMessage(MESSAGES.get("compare.no-probes", live));
        } else {
            requests.setValue(own.stream().map(Probe::url).collect(Collectors.joining("\n")));
            compare();
        }
    }

    private void compare() {
        result.removeAll();
        requests.setInvalid(false);
        try {
            result.add(new ComparisonResult(
                    comparison.compare(snapshots.current(), pair.getValue(), requests.getValue())));
        } catch (RefusedException refused) {
            requests.setErrorMessage(refused.problems().getFirst().sentence());
            requests.setInvalid(true);
        }
    }
}
