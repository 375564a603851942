package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseUse;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.CompareAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleaseTask;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of a release tells what it is, in a line, and offers what can be done to it. */
class ReleaseHeader extends Header {

    private static final Messages MESSAGES = Messages.beside(ReleaseHeader.class);

    private final ProposalSession proposal;
    private final StoredContents contents;

    ReleaseHeader(ReleaseTable.Row row, int parts, ProposalSession proposal, StoredContents contents) {
        this.proposal = proposal;
        this.contents = contents;
        Release release = row.release();
        addClassName("screen-header");
        Span facts = new Span(
                MESSAGES.get("release.facts", release.product(), Integer.toString(release.dataVersion()), parts));
        facts.addClassName("facts");
        add(new H1(release.name().value()));
        if (release.readOnly()) {
            add(new Chip(Tone.CALM, "⊘", MESSAGES.get("read-only")));
        }
        switch (row.fate()) {
            case STAYS -> {}
            case EDITED -> add(new Chip(Tone.CAREFUL, "✎", MESSAGES.get("fate.edited")));
            case ADDED -> add(new Chip(Tone.GOOD, "+", MESSAGES.get("fate.added")));
            case REMOVED -> add(new Chip(Tone.BAD, "−", MESSAGES.get("fate.removed")));
        }
        Div actions = new Div(ship(row), download(release), compare(row), upload(row), lock(row), remove(row));
        actions.addClassName("release-actions");
        add(facts, actions);
    }

    private Anchor download(Release release) {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] json = CanonicalJson.bytes(contents.json(release.content()));
                    return new DownloadResponse(
                            new ByteArrayInputStream(json),
                            release.name().value() + ".json",
                            "application/json",
                            json.length);
                }),
                MESSAGES.get("download"));
        download.addClassName("download");
        return download;
    }

    private DisabledReasonButton ship(ReleaseTable.Row row) {
        Button button = new Button(MESSAGES.get("ship"));
        button.addThemeName("primary");
        button.addClickListener(click -> button.getUI().ifPresent(ui -> ReleaseNavigation.ship(ui, row.name())));
        return new DisabledReasonButton(button, whyNotShip(row, proposal));
    }

    /** Says why no rule can be made to serve it; null if one can. */
    static @Nullable String whyNotShip(ReleaseTable.Row row, ProposalSession proposal) {
        return row.fate() == ReleaseTable.Fate.REMOVED
                ? MESSAGES.get("ship.leaves")
                : proposal.whyNot(
                        PermissionName.RULE, Action.MODIFY, row.release().product());
    }

    private static RouterLink compare(ReleaseTable.Row row) {
        return ReleaseNavigation.linkToCompare(
                MESSAGES.get("compare.with"), new CompareAddress("", row.name().value()));
    }

    private DisabledReasonButton upload(ReleaseTable.Row row) {
        return guarded(row, ReleaseTask.UPLOAD, whyNotUpload(row, proposal));
    }

    private DisabledReasonButton lock(ReleaseTable.Row row) {
        boolean locked = row.release().readOnly();
        String product = row.release().product();
        return guarded(
                row,
                locked ? ReleaseTask.UNLOCK : ReleaseTask.LOCK,
                proposal.whyNot(PermissionName.RELEASE_READ_ONLY, locked ? Action.UNSET : Action.SET, product));
    }

    private DisabledReasonButton remove(ReleaseTable.Row row) {
        return guarded(row, ReleaseTask.REMOVE, whyNotRemove(row));
    }

    private @Nullable String whyNotRemove(ReleaseTable.Row row) {
        List<ReleaseUse> needing = UsesPanel.needing(row);
        if (isLocked(row)) {
            return MESSAGES.get("why-not.locked");
        }
        return needing.isEmpty()
                ? proposal.whyNot(
                        PermissionName.RELEASE, Action.DELETE, row.release().product())
                : MESSAGES.get("why-not.needed", needing.size());
    }

    /** Says why not to upload; null if a person may give the release another content. */
    static @Nullable String whyNotUpload(ReleaseTable.Row row, ProposalSession proposal) {
        return isLocked(row)
                ? MESSAGES.get("why-not.locked")
                : proposal.whyNot(
                        PermissionName.RELEASE, Action.MODIFY, row.release().product());
    }

    /** The queue may unlock it. */
    private static boolean isLocked(ReleaseTable.Row row) {
        return row.staged() == null ? row.release().readOnly() : row.staged().readOnly();
    }

    private static DisabledReasonButton guarded(ReleaseTable.Row row, ReleaseTask task, @Nullable String whyNot) {
        Button button = new Button(MESSAGES.get("task." + task.wireName()));
        button.addClickListener(
                click -> button.getUI().ifPresent(ui -> ReleaseNavigation.open(ui, row.name(), task, null)));
        return new DisabledReasonButton(button, whyNot);
    }
}
