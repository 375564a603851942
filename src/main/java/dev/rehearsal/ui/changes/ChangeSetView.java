package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.enactment.Notice;
import dev.rehearsal.enactment.Notices;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.ClashOrigins;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.probe.SetRegions;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.ChangedWhileLooking;
import dev.rehearsal.ui.changeset.CommentDialogs;
import dev.rehearsal.ui.changeset.DifferencesCard;
import dev.rehearsal.ui.changeset.DiscussionCard;
import dev.rehearsal.ui.changeset.FindingsCard;
import dev.rehearsal.ui.changeset.ImpactCard;
import dev.rehearsal.ui.changeset.MeasuredRequests;
import dev.rehearsal.ui.changeset.NoticeBanner;
import dev.rehearsal.ui.changeset.RailDialogs;
import dev.rehearsal.ui.changeset.RailsCard;
import dev.rehearsal.ui.changeset.RegionsCard;
import dev.rehearsal.ui.changeset.RequestsCard;
import dev.rehearsal.ui.changeset.SignoffDialogs;
import dev.rehearsal.ui.changeset.SignoffsCard;
import dev.rehearsal.ui.changeset.TestsCard;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.history.ChangeSetHistoryCard;
import dev.rehearsal.ui.links.ChangesNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A screen with everything about one set: what it does to whom, who has signed and tested it, and what to do with it.
 */
@Route(value = "changes/:id", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("changes.css")
@StyleSheet("history.css")
class ChangeSetView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ChangeSetView.class);

    private final Reviews reviews;
    private final Notices notices;
    private final NoticeBanner banner = new NoticeBanner();
    private final Actor viewer;
    private final Clock clock;
    private final ChangeSetHeader header;
    private final ChangedWhileLooking changed = new ChangedWhileLooking();
    private final DisarmedCard disarmed;
    private final ConflictsCard conflicts;
    private final FindingsCard findings = new FindingsCard();
    private final DifferencesCard differences;
    private final DiscussionCard discussion;
    private final Div discussedFirst = new Div();
    private final Div discussedLater = new Div();
    private final ActionsCard actions;
    private final ImpactCard impact = new ImpactCard();
    private final RequestsCard requests;
    private final RegionsCard regions = new RegionsCard();
    private final ChangeSetImpact impacts;
    private final SetRegions setRegions;
    private final SignoffsCard signoffs;
    private final TestsCard tests = new TestsCard();
    private final RailsCard rails;
    private final ChangeSetHistoryCard history;
    private final Div body;
    private String asked = "";
    private @Nullable Review shown;

    ChangeSetView(
            Reviews reviews,
            Notices notices,
            ChangeSetDialogs dialogs,
            SignoffDialogs signing,
            RailDialogs passing,
            CommentDialogs commenting,
            PartTexts texts,
            ChangeSetImpact impacts,
            SetRegions setRegions,
            MeasuredRequests measured,
            ClashOrigins origins,
            JournalEntries journal,
            SignedIn signedIn,
            OpenScreens openScreens,
            Clock clock) {
        this.reviews = reviews;
        this.notices = notices;
        this.impacts = impacts;
        this.setRegions = setRegions;
        this.requests = new RequestsCard(measured).onPicture(impact::fold);
        this.viewer = signedIn.actor();
        this.clock = clock;
        this.header = new ChangeSetHeader(() -> dialogs.ask(ChangeSetAction.RETITLE, shown()));
        this.disarmed = new DisarmedCard(() -> dialogs.ask(ChangeSetAction.RESCHEDULE, shown()));
        this.conflicts = new ConflictsCard(origins, () -> dialogs.ask(ChangeSetAction.RESOLVE, shown()));
        this.differences = new DifferencesCard(
                texts, (change, field, called) -> commenting.comment(shown().discussion(), change, field, called));
        this.discussion = new DiscussionCard(commenting);
        this.actions = new ActionsCard(role -> signing.sign(shown(), role), action -> dialogs.ask(action, shown()));
        this.signoffs = new SignoffsCard(signoff -> signing.revoke(shown().set(), signoff));
        this.rails = new RailsCard(passing::passOver, passing::takeBack);
        this.history = new ChangeSetHistoryCard(journal, viewer);
        Div main = new Div(
                changed,
                disarmed,
                conflicts,
                discussedFirst,
                requests,
                impact,
                regions,
                differences,
                discussedLater,
                findings);
        main.addClassName("main-column");
        Div past = new Div(history);
        past.addClassName("past-column");
        this.body = new Div(main, new Aside(actions, signoffs, tests, rails), past);
        body.addClassName("set-body");
        addClassName("change-set");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        asked = entering.getRouteParameters().get(ChangesNavigation.ID).orElse("");
        refresh();
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? MESSAGES.get("set.page-title.none")
                : MESSAGES.get("set.page-title", shown.set().title());
    }

    private void refresh() {
        id().flatMap(id -> reviews.of(id, viewer)).ifPresentOrElse(this::show, this::showNothing);
    }

    private Optional<ChangeSetId> id() {
        try {
            return Optional.of(new ChangeSetId(Long.parseLong(asked)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void show(Review review) {
        if (body.getParent().isEmpty()) {
            removeAll();
            add(banner, header, body);
        }
        shown = review;
        banner.show(alarmsOf(review.set().id()));
        header.show(review, clock.instant());
        disarmed.show(review);
        conflicts.show(review);
        findings.show(review);
        requests.show(review.set());
        impact.show(impacts.of(review.set()));
        regions.show(setRegions.of(review.set()), review.set().id());
        differences.show(review.differences());
        showDiscussion(review);
        actions.show(review, changed.isAsSeen(review, this::refresh));
        signoffs.show(review);
        tests.show(review);
        rails.show(review);
        history.show(review.set().id());
    }

    /** Whoever wants changes is heard first. */
    private void showDiscussion(Review review) {
        discussion.show(review.discussion());
        boolean stands =
                review.isOpen() && !review.discussion().said().standing().isEmpty();
        Div place = stands ? discussedFirst : discussedLater;
        if (discussion.getParent().filter(place::equals).isEmpty()) {
            place.add(discussion);
        }
    }

    /** Returns the alarms of a set: that something else went live than what was judged. */
    private List<Notice> alarmsOf(ChangeSetId set) {
        return notices.latest().stream()
                .filter(notice -> switch (notice) {
                    case Notice.NotAsJudged alarm -> alarm.set().equals(set);
                    case Notice.ByBreakGlass _ -> false;
                })
                .toList();
    }

    private void showNothing() {
        shown = null;
        removeAll();
        add(
                new H1(MESSAGES.get("set.none")),
                new EmptyState(
                        MESSAGES.get(id().isPresent() ? "set.none.why" : "set.none.number", asked),
                        ChangesNavigation.linkToQueue(MESSAGES.get("set.none.next"))));
    }

    private Review shown() {
        if (shown == null) {
            throw new IllegalStateException("No set is shown");
        }
        return shown;
    }
}
