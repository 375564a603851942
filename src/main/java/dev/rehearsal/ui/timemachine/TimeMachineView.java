package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Previews;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.timemachine.TimeDifferences;
import dev.rehearsal.insight.timemachine.Timeline;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import dev.rehearsal.ui.preview.AskPanel;
import dev.rehearsal.ui.preview.Lookback;
import dev.rehearsal.ui.preview.SinceWhen;
import dev.rehearsal.ui.preview.StagedTableGrid;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A screen that shows a test channel as it was at any time: its table, its queue, who had signed and vouched, and what
 * a URL would have got.
 */
@Route(value = "time-machine", layout = MainLayout.class)
@PermitAll
@StyleSheet("preview.css")
@StyleSheet("panels.css")
@StyleSheet("time-machine.css")
class TimeMachineView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(TimeMachineView.class);
    private static final int STEPS_AFTER = 4;
    private static final int STEPS_UNTIL = 12;

    private final PastStates past;
    private final Previews previews;
    private final Questions questions;
    private final Timeline timeline;
    private final TimeDifferences differences;
    private final GateCheck.Evidence evidence;
    private final SnapshotKeeper snapshots;
    private final SignedIn signedIn;
    private final Clock clock;
    private final TimeMachineHeader header = new TimeMachineHeader(this::open);
    private final StagedTableGrid table = new StagedTableGrid();
    private final QueueThen queue = new QueueThen();
    private final AskPanel ask;
    private final ComparedCard compared =
            new ComparedCard(time -> open(address().comparedWith(time)));
    private final StepsCard steps = new StepsCard();
    private final Aside aside;
    private final Div body;
    private TimeMachineAddress address = new TimeMachineAddress("", "", null, null, "");

    TimeMachineView(
            PastStates past,
            Previews previews,
            Questions questions,
            Timeline timeline,
            TimeDifferences differences,
            GateCheck.Evidence evidence,
            SnapshotKeeper snapshots,
            SignedIn signedIn,
            BlastRadius radius,
            BackgroundWork work,
            Lookback lookback,
            OpenScreens openScreens,
            Clock clock) {
        this.past = past;
        this.previews = previews;
        this.questions = questions;
        this.timeline = timeline;
        this.differences = differences;
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.signedIn = signedIn;
        this.clock = clock;
        this.ask = new AskPanel(
                MESSAGES.get("then"),
                radius::example,
                url -> open(address().asking(url)),
                new SinceWhen(work, lookback));
        this.aside = new Aside(steps, queue, compared, ask);
        Section panel = new Section(table);
        panel.addClassName("card");
        panel.addClassName("table-panel");
        panel.getElement().setAttribute("aria-label", MESSAGES.get("table"));
        body = new Div(panel, aside);
        body.addClassName("preview-body");
        addClassName("time-machine");
        add(header);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = TimeMachineAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return TimeMachineAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page-title");
    }

    private TimeMachineAddress address() {
        return address;
    }

    private void refresh() {
        Instant time = Objects.requireNonNullElseGet(address.at(), clock::instant);
        NodeState state = address.at() == null ? snapshots.current() : past.at(time);
        header.offer(state, snapshots.current(), address);
        if (address.channel().isEmpty()) {
            header.say(MESSAGES.get("title"));
            showBelow(new NoTimeYet(MESSAGES.get("choose"), snapshots.current(), address));
            return;
        }
        try {
            show(previews.of(state, address.channel(), address.productIfAny(), StageSelection.AS_MAPPED), time);
        } catch (RefusedException refused) {
            header.sayOf(address, time);
            showBelow(new NoTimeYet(Sentence.of(refused), snapshots.current(), address), steps);
            showSteps(address.channel(), time);
        } catch (ContentNotKeptException pruned) {
            header.sayOf(address, time);
            showBelow(new NoTimeYet(MESSAGES.get("pruned"), snapshots.current(), address));
        }
    }

    /** What stays is not taken out and put back: what somebody types there meanwhile would be lost. */
    private void showBelow(Component... parts) {
        List<Component> wanted =
                Stream.concat(Stream.of(header), Stream.of(parts)).toList();
        if (!getChildren().toList().equals(wanted)) {
            removeAll();
            add(wanted);
        }
    }

    private void show(Preview then, Instant time) {
        TestChannelPreview staged = then.table();
        header.show(then, previews.productsOf(then.state(), address.channel()), address, time);
        if (!aside.getChildren().toList().contains(steps)) {
            aside.addComponentAsFirst(steps);
        }
        showBelow(body);
        table.show(then);
        table.filter("", false);
        queue.show(then, verdicts(staged, time));
        showSteps(staged.mapping().liveChannel(), time);
        showCompared(time);
        if (address.url().isEmpty()) {
            ask.showUnasked(then);
        } else {
            ask.show(then, address.url(), questions.ask(then, address.url()), address.at());
        }
    }

    private List<Verdict> verdicts(TestChannelPreview staged, Instant time) {
        return staged.product() == null
                ? List.of()
                : evidence
                        .verdictsOn(new TestedState(
                                staged.product(), staged.mapping().liveChannel(), staged.fingerprint()))
                        .stream()
                        .filter(verdict -> !verdict.at().isAfter(time))
                        .toList();
    }

    private void showSteps(String liveChannel, Instant time) {
        List<Timeline.Step> after = address.at() == null
                ? List.of()
                : timeline.after(signedIn.actor(), address.productIfAny(), liveChannel, time, STEPS_AFTER);
        List<Timeline.Step> until =
                timeline.until(signedIn.actor(), address.productIfAny(), liveChannel, time, STEPS_UNTIL);
        steps.show(after, until, address);
        header.step(
                until.size() < 2 ? null : until.get(1).at(),
                after.isEmpty() ? null : after.getFirst().at(),
                address);
    }

    private void showCompared(Instant time) {
        Instant other = address.compared();
        if (other == null) {
            compared.showNone();
            return;
        }
        Instant from = other.isBefore(time) ? other : time;
        Instant to = other.isBefore(time) ? time : other;
        try {
            compared.show(other, differences.ofTestChannel(address.channel(), address.productIfAny(), from, to));
        } catch (RefusedException refused) {
            compared.showRefused(other, Sentence.of(refused));
        }
    }

    private void open(TimeMachineAddress next) {
        TimeMachineNavigation.open(getUI().orElseThrow(), next);
    }
}
