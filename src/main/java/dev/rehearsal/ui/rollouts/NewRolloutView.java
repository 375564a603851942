package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.blob.Release;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.DueChoice;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.links.NewRolloutAddress;
import dev.rehearsal.ui.links.RolloutNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans a rollout: which release, for whom, in which steps, and what must be well before each. */
@Route(value = RolloutNavigation.NEW, layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rollouts.css")
class NewRolloutView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(NewRolloutView.class);
    private static final int A_DAY = 24;

    private final PlanScheduler scheduler;
    private final SignedIn signedIn;
    private final SnapshotKeeper snapshots;
    private final ComboBox<String> release = new ComboBox<>(MESSAGES.get("form.release"));
    private final ComboBox<String> channel = new ComboBox<>(MESSAGES.get("form.channel"));
    private final TextField title = new TextField(MESSAGES.get("form.title"));
    private final IntegerField rule = new IntegerField(MESSAGES.get("form.rule"));
    private final DueChoice start = new DueChoice(() -> {});
    private final Div rows = new Div();
    private final List<StepRow> steps = new ArrayList<>();
    private final ChecksForm checks = new ChecksForm();
    private final ReachCard reach = new ReachCard();
    private final ProblemList problems = new ProblemList();

    NewRolloutView(PlanScheduler scheduler, SignedIn signedIn, SnapshotKeeper snapshots) {
        this.scheduler = scheduler;
        this.signedIn = signedIn;
        this.snapshots = snapshots;
        channel.setAllowCustomValue(true);
        channel.addCustomValueSetListener(typed -> channel.setValue(typed.getDetail()));
        release.addValueChangeListener(change -> suggest());
        channel.addValueChangeListener(change -> suggest());
        rule.setHelperText(MESSAGES.get("form.rule.help"));
        title.setMaxLength(100);
        Card what = new Card(MESSAGES.get("form.what"));
        Div fields = new Div(release, channel, title, rule);
        fields.addClassName("fields");
        what.show(fields);
        Button more = new Button(MESSAGES.get("form.step"), click -> {
            StepRow last = steps.isEmpty() ? null : steps.getLast();
            addStep(last == null ? 0 : last.hours() + A_DAY, 100);
        });
        more.addThemeNames("small");
        Card when = new Card(MESSAGES.get("steps"));
        when.show(new Paragraph(MESSAGES.get("form.steps")), start, rows, more);
        addStep(0, 1);
        addStep(A_DAY, 25);
        addStep(3 * A_DAY, 100);
        Button plan = new Button(MESSAGES.get("form.plan"), click -> plan());
        plan.addThemeNames("primary");
        Button cancel = new Button(MESSAGES.get("form.cancel"), click -> getUI().ifPresent(RolloutNavigation::openAll));
        Div actions = new Div(plan, cancel);
        actions.addClassName("form-actions");
        Header header = new Header(new H1(MESSAGES.get("plan")));
        header.addClassName("screen-header");
        Div main = new Div(what, when, checks, problems, actions);
        main.addClassName("main-column");
        Div side = new Div(reach);
        side.addClassName("side-column");
        Div body = new Div(main, side);
        body.addClassName("rollout-body");
        addClassNames("rollout", "new-rollout");
        add(header, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        NewRolloutAddress address = NewRolloutAddress.of(entering.getLocation().getQueryParameters());
        NodeState state = snapshots.current();
        TreeMap<String, Release> all = new TreeMap<>();
        releases(state).forEach(one -> all.put(one.name().value(), one));
        release.setItems(all.keySet());
        channel.setItems(ChannelOffers.of(state).channels());
        boolean isKnown = all.containsKey(address.release());
        release.setValue(isKnown ? address.release() : null);
        release.setHelperText(
                all.isEmpty()
                        ? MESSAGES.get("form.release.none")
                        : isKnown || address.release().isEmpty()
                                ? null
                                : MESSAGES.get("form.release.unknown", address.release()));
        channel.setValue(address.channel().isEmpty() ? null : address.channel());
    }

    @Override
    public AddressParameters parameters() {
        return NewRolloutAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page.of", MESSAGES.get("plan"));
    }

    private static List<Release> releases(NodeState state) {
        return List.copyOf(state.stages().wholeQueue().staged().releases().values());
    }

    private void suggest() {
        if (release.getValue() != null && channel.getValue() != null) {
            String suggested = MESSAGES.get("form.title.suggested", release.getValue(), channel.getValue());
            title.setValue(suggested.length() > 100 ? suggested.substring(0, 100) : suggested);
        }
    }

    private void addStep(int hours, int percentage) {
        StepRow row = new StepRow(hours, percentage, this::showReach, gone -> {
            steps.remove(gone);
            rows.remove(gone);
            showReach();
        });
        steps.add(row);
        rows.add(row);
        showReach();
    }

    private void showReach() {
        reach.show(steps.stream()
                .map(StepRow::percentage)
                .filter(percentage -> percentage >= 1 && percentage <= 100)
                .toList());
    }

    private void plan() {
        problems.show(List.of());
        String missing = start.missing();
        if (missing != null) {
            problems.show(List.of(missing));
            return;
        }
        try {
            long made = scheduler.make(signedIn.actor(), asked()).id();
            getUI().ifPresent(ui -> RolloutNavigation.open(ui, made));
        } catch (RefusedException refused) {
            problems.show(
                    refused.problems().stream().map(ProblemFormatter::said).toList());
        }
    }

    private NewPlan asked() {
        String name = Objects.requireNonNullElse(release.getValue(), "");
        String product = releases(snapshots.current()).stream()
                .filter(one -> one.name().value().equals(name))
                .map(Release::product)
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("release", MESSAGES.get("form.release.missing")));
        return new NewPlan(
                title.getValue(),
                product,
                Objects.requireNonNullElse(channel.getValue(), "").strip(),
                new ReleaseName(name),
                rule(),
                start.due(),
                steps.stream().map(StepRow::step).toList(),
                checks.checks());
    }

    private @Nullable RuleId rule() {
        return rule.getValue() == null ? null : new RuleId(rule.getValue());
    }
}
