package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.RevertService;
import dev.rehearsal.insight.preview.ChangePreview;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.frame.Query;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Unsaved;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleaseTask;
import dev.rehearsal.ui.links.ReleasesAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds, changes, locks, unlocks or removes a release: as a change set, or at once where nothing stands in the way. */
@Route(value = "releases/new", layout = MainLayout.class)
@RouteAlias(value = "releases/:name/:task(upload|lock|unlock|remove|revert)", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
@StyleSheet("releases.css")
class ReleaseTaskView extends Main
        implements Addressed, BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(ReleaseTaskView.class);

    private final ReleaseTables tables;
    private final ProposalSession proposal;
    private final SignedIn signedIn;
    private final ReleaseWork work;
    private final H1 heading = new H1();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final ProblemList problems = new ProblemList();
    private final Button atOnce = new Button(MESSAGES.get("at-once"), click -> ask());
    private final Unsaved unsaved = new Unsaved();
    private ReleaseName name = new ReleaseName("");
    private ReleaseTask task = ReleaseTask.UPLOAD;
    private @Nullable Long revision;
    private @Nullable UploadForm form;

    ReleaseTaskView(
            ReleaseTables tables,
            ProposalSession proposal,
            SignedIn signedIn,
            RevertService revertService,
            StoredContents contents,
            PartTexts texts,
            OpenScreens openScreens) {
        this.signedIn = signedIn;
        this.work = new ReleaseWork(tables, revertService, contents, texts);
        this.tables = tables;
        this.proposal = proposal;
        addClassName("rule-form-view");
        openScreens.keepCurrent(this, this::lookAhead);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        RouteParameters route = entering.getRouteParameters();
        name = ReleaseName.ofSegment(route.get(ReleaseNavigation.NAME).orElse(""));
        task = ReleaseTask.named(route.get(ReleaseNavigation.TASK).orElse("")).orElse(ReleaseTask.UPLOAD);
        revision = Query.number(entering.getLocation().getQueryParameters(), ReleaseNavigation.REVISION);
        form = null;
        unsaved.begin(signedIn.actor(), "release-" + task.wireName() + "-" + name);
        removeAll();
        ReleaseTable table = tables.current();
        ReleaseTable.Row row = table.find(name).orElse(null);
        heading.setText(ReleaseWork.heading(name, task));
        if (row == null && !name.value().isEmpty() && task != ReleaseTask.REVERT) {
            add(
                    heading,
                    new EmptyState(
                            MESSAGES.get("unknown", name.value()),
                            ReleaseNavigation.linkToAll(MESSAGES.get("all-releases"))));
            return;
        }
        schedule.offer(proposal.ownSets());
        Div body = new Div(what(row, table), new Aside(prospect, schedule, atOnce));
        body.addClassName("form-body");
        add(new Header(heading), unsaved.offer(), body);
        lookAhead();
    }

    private Component what(ReleaseTable.@Nullable Row row, ReleaseTable table) {
        Div what = new Div();
        what.addClassName("release-task");
        if (task == ReleaseTask.UPLOAD) {
            BlobDifferenceCard difference = work.difference(row, table);
            form = new UploadForm(difference, row == null ? null : row.release(), ReleaseWork.products(table), () -> {
                unsaved.note();
                lookAhead();
            });
            what.add(form, problems, difference);
        } else {
            Card card = new Card(MESSAGES.get("task.what"));
            card.show(new Paragraph(MESSAGES.get("consequence." + task.wireName())));
            what.add(card, problems);
        }
        if (row != null) {
            what.add(new UsesPanel(row, table));
        }
        return what;
    }

    @Override
    public AddressParameters parameters() {
        return ReleaseNavigation.OF_TASK;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", heading.getText());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.askBefore(leaving);
    }

    private List<Proposal> proposals() {
        return form == null ? work.proposals(name, task, revision) : form.proposals();
    }

    private void lookAhead() {
        problems.show(List.of());
        atOnce.setVisible(false);
        schedule.suggest(title());
        String missing = form == null ? null : form.missing();
        if (missing != null) {
            prospect.showNothing(missing);
            schedule.allow(missing);
            return;
        }
        try {
            List<Proposal> proposals = proposals();
            if (proposals.isEmpty()) {
                prospect.showNothing(MESSAGES.get("nothing-to-do"));
                schedule.allow(MESSAGES.get("nothing-to-do"));
                return;
            }
            ChangePreview found = proposal.lookAhead(schedule.schedule(), proposals);
            prospect.show(found, List.of());
            schedule.allow(null);
            atOnce.setVisible(found.standing().canBeTried()
                    && found.standing().staged().isEmpty()
                    && schedule.schedule().into() == null);
        } catch (RefusedException refused) {
            prospect.showNothing(MESSAGES.get("refused"));
            schedule.allow(MESSAGES.get("refused"));
            problems.show(refused.problems().stream().map(Sentence::of).toList());
        }
    }

    private String title() {
        return form != null && name.value().isEmpty()
                ? MESSAGES.get("upload.set-title", form.releaseName())
                : ReleaseWork.heading(name, task);
    }

    private void ask() {
        new ConfirmationDialog(
                        MESSAGES.get("at-once.question", title()),
                        MESSAGES.get("at-once.confirm"),
                        () -> saved(proposal.enactAtOnce(title(), proposals())))
                .saying(MESSAGES.get("consequence." + task.wireName()), MESSAGES.get("at-once.consequence"))
                .open();
    }

    @Override
    public void onChoice() {
        lookAhead();
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        try {
            saved(proposal.save(chosen, proposals()));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    private void saved(ChangeSet set) {
        unsaved.forget();
        long id = set.id().value();
        if (tables.current().find(name).isPresent()) {
            ReleaseNavigation.open(ui(), name, ReleaseAddress.saved(id));
        } else {
            ReleaseNavigation.open(ui(), new ReleasesAddress("", "", null, "", id));
        }
    }

    @Override
    public void onCancel() {
        unsaved.forget();
        if (name.value().isEmpty()) {
            ReleaseNavigation.open(ui(), ReleasesAddress.ALL);
        } else {
            ReleaseNavigation.open(ui(), name, ReleaseAddress.PLAIN);
        }
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
