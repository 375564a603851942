package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleaseTask;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One release: who needs it, its blob as a tree and as text, its versions. */
@Route(value = "releases/:name", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("changes.css")
@StyleSheet("releases.css")
class ReleaseView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle, VersionsPanel.Comparing {

    private static final Messages MESSAGES = Messages.beside(ReleaseView.class);
    private static final Paging VERSIONS = new Paging(1, 100);

    private final ReleaseTables tables;
    private final Revisions revisions;
    private final StoredContents contents;
    private final PartTexts texts;
    private final ProposalSession proposal;
    private final BlobText text;
    private ReleaseName name = new ReleaseName("");
    private ReleaseAddress address = ReleaseAddress.PLAIN;
    private @Nullable Shown shown;
    private @Nullable Tree tree;

    /** The release that is shown: where it stays as it is, somebody goes on reading undisturbed while others write. */
    private record Shown(ReleaseAddress address, ReleaseTable.@Nullable Row row) {}

    /** The tree of a content stays unfolded while others write. */
    private record Tree(ContentHash content, BlobTree shown) {}

    ReleaseView(
            ReleaseTables tables,
            Revisions revisions,
            StoredContents contents,
            PartTexts texts,
            ProposalSession proposal,
            OpenScreens openScreens) {
        this.tables = tables;
        this.revisions = revisions;
        this.contents = contents;
        this.texts = texts;
        this.proposal = proposal;
        this.text = new BlobText(texts, part -> moveTo(address.at(part)), find -> moveTo(address.finding(find)));
        addClassName("release-page");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        name = ReleaseName.ofSegment(
                entering.getRouteParameters().get(ReleaseNavigation.NAME).orElse(""));
        address = ReleaseAddress.of(entering.getLocation().getQueryParameters());
        shown = null;
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return ReleaseAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", name.value());
    }

    private void refresh() {
        ReleaseTable table = tables.current();
        Shown next = new Shown(address, table.find(name).orElse(null));
        if (next.equals(shown) && address.tab() != ReleaseAddress.Tab.USES) {
            return;
        }
        shown = next;
        removeAll();
        table.find(name).ifPresentOrElse(row -> show(row, table), this::showGone);
    }

    private void show(ReleaseTable.Row row, ReleaseTable table) {
        Manifest manifest = contents.manifest(row.release().content());
        SavedNote saved = new SavedNote();
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
        add(new ReleaseHeader(row, manifest.parts().size(), proposal, contents), saved, tabs());
        add(
                switch (address.tab()) {
                    case USES -> new UsesPanel(row, table);
                    case TREE -> tree(row.release().content(), manifest);
                    case TEXT -> {
                        text.show(name, row.release().content(), manifest, address);
                        yield text;
                    }
                    case VERSIONS -> versions(row, ReleaseHeader.whyNotUpload(row, proposal));
                });
    }

    private Component tree(ContentHash content, Manifest manifest) {
        if (tree == null || !tree.content().equals(content)) {
            tree = new Tree(content, new BlobTree(manifest, contents));
        }
        Div card = new Div(tree.shown());
        card.addClassNames("card", "blob-tree-card");
        return card;
    }

    /** A release that is not there any more still tells what it was. */
    private void showGone() {
        List<ReleaseVersion> versions = known();
        add(new H1(name.value()));
        if (versions.isEmpty()) {
            add(new EmptyState(
                    MESSAGES.get("unknown", name.value()), ReleaseNavigation.linkToAll(MESSAGES.get("all-releases"))));
            return;
        }
        add(new Paragraph(MESSAGES.get("gone")), ReleaseNavigation.linkToAll(MESSAGES.get("all-releases")));
        add(new VersionsPanel(
                name, versions, address, proposal.whyNot(PermissionName.RELEASE, Action.CREATE, null), this));
    }

    private Component versions(ReleaseTable.Row row, @Nullable String whyNotBack) {
        List<ReleaseVersion> versions = new ArrayList<>();
        if (row.fate() == ReleaseTable.Fate.EDITED || row.fate() == ReleaseTable.Fate.ADDED) {
            versions.add(new ReleaseVersion(ReleaseVersion.QUEUE, null, row.staged()));
        }
        versions.addAll(known());
        return new VersionsPanel(name, versions, address, whyNotBack, this);
    }

    private List<ReleaseVersion> known() {
        return revisions.ofRelease(name, VERSIONS).items().stream()
                .map(ReleaseVersion::of)
                .toList();
    }

    private Nav tabs() {
        Nav tabs = new Nav();
        tabs.addClassName("stages");
        tabs.getElement().setAttribute("aria-label", MESSAGES.get("tabs"));
        for (ReleaseAddress.Tab tab : ReleaseAddress.Tab.values()) {
            RouterLink link = ReleaseNavigation.linkTo(MESSAGES.get("tab." + tab.wireName()), name, address.at(tab));
            if (tab == address.tab()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        return tabs;
    }

    @Override
    public void compare(String older, String newer) {
        moveTo(address.comparing(older, newer));
    }

    @Override
    public Component difference(ReleaseVersion older, ReleaseVersion newer) {
        return new VersionDifference(older, newer, contents, texts);
    }

    @Override
    public void goBackTo(long revision) {
        ReleaseNavigation.open(ui(), name, ReleaseTask.REVERT, revision);
    }

    private void moveTo(ReleaseAddress next) {
        address = next;
        ReleaseNavigation.note(ui(), name, next);
        refresh();
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
