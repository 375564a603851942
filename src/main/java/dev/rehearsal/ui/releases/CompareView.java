package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.preview.ReleaseOrder;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.CompareAddress;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A screen that compares any two releases, part by part. */
@Route(value = "releases/compare", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("changes.css")
@StyleSheet("releases.css")
class CompareView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(CompareView.class);

    private final ReleaseTables tables;
    private final StoredContents contents;
    private final PartTexts texts;
    private final ComboBox<String> from = choice("compare.from", name -> new CompareAddress(name, this.address.to()));
    private final ComboBox<String> to = choice("compare.to", name -> new CompareAddress(this.address.from(), name));
    private final Card differences = new Card(MESSAGES.get("compare.title"));
    private List<String> offered = List.of();
    private CompareAddress address = CompareAddress.NOTHING;
    private @Nullable Shown shown;

    /** The comparison that is shown: where both releases stay as they are, what somebody unfolded stays unfolded. */
    private record Shown(
            CompareAddress address,
            @Nullable Release older,
            @Nullable Release newer) {}

    CompareView(ReleaseTables tables, StoredContents contents, PartTexts texts, OpenScreens openScreens) {
        this.tables = tables;
        this.contents = contents;
        this.texts = texts;
        Header header = new Header(
                new H1(MESSAGES.get("compare.any.title")), ReleaseNavigation.linkToAll(MESSAGES.get("all-releases")));
        header.addClassName("screen-header");
        Div bar = new Div(from, to);
        bar.addClassName("bar");
        addClassNames("release-page", "release-versions", "compare-releases");
        add(header, bar, differences);
        openScreens.keepCurrent(this, this::refresh);
    }

    private ComboBox<String> choice(String label, Function<String, CompareAddress> next) {
        ComboBox<String> choice = new ComboBox<>(MESSAGES.get(label));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                ReleaseNavigation.open(getUI().orElseThrow(), next.apply(change.getValue()));
            }
        });
        return choice;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = CompareAddress.of(entering.getLocation().getQueryParameters());
        shown = null;
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return CompareAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", MESSAGES.get("compare.any.title"));
    }

    private void refresh() {
        ReleaseTable table = tables.current();
        List<String> names = table.rows().stream()
                .map(ReleaseTable.Row::name)
                .sorted(ReleaseOrder.BY_NAME.reversed())
                .map(ReleaseName::value)
                .toList();
        if (!names.equals(offered)) {
            offered = names;
            from.setItems(names);
            to.setItems(names);
        }
        Optional<Release> newer = find(address.to(), table);
        Optional<Release> older = address.from().isEmpty()
                ? newer.flatMap(release -> before(release, table))
                : find(address.from(), table);
        from.setValue(older.map(release -> release.name().value()).orElse(null));
        to.setValue(newer.map(release -> release.name().value()).orElse(null));
        Shown next = new Shown(address, older.orElse(null), newer.orElse(null));
        if (!next.equals(shown)) {
            shown = next;
            differences.show(difference(next));
        }
    }

    private static Optional<Release> find(String name, ReleaseTable table) {
        return name.isEmpty()
                ? Optional.empty()
                : table.find(new ReleaseName(name)).map(ReleaseTable.Row::release);
    }

    private static Optional<Release> before(Release release, ReleaseTable table) {
        return ReleaseOrder.before(
                        release.name(),
                        table.rows().stream().map(ReleaseTable.Row::name).toList())
                .flatMap(table::find)
                .map(ReleaseTable.Row::release);
    }

    private Component difference(Shown both) {
        String missing = both.newer() == null && !address.to().isEmpty()
                ? address.to()
                : both.older() == null ? address.from() : "";
        if (!missing.isEmpty()) {
            return new EmptyState(MESSAGES.get("unknown", missing));
        }
        if (both.older() == null || both.newer() == null) {
            return new EmptyState(MESSAGES.get("compare.choose"));
        }
        return new Div(
                ReleaseNavigation.linkTo(
                        MESSAGES.get("compare.open", both.older().name()),
                        both.older().name(),
                        ReleaseAddress.PLAIN),
                ReleaseNavigation.linkTo(
                        MESSAGES.get("compare.open", both.newer().name()),
                        both.newer().name(),
                        ReleaseAddress.PLAIN),
                new VersionDifference(
                        new ReleaseVersion("from", null, both.older()),
                        new ReleaseVersion("to", null, both.newer()),
                        contents,
                        texts));
    }
}
