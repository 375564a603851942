package dev.rehearsal.ui.rollouts;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.RangeInput;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RolloutViewTest {

    private static final Actor DMITRI = new Actor("dmitri@rehearsal.example");

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private RolloutPlan planned() {
        return planned(LiveFirefox.in(1));
    }

    private RolloutPlan planned(@Nullable Instant start) {
        return TestDatabase.H2
                .bean(PlanScheduler.class)
                .make(
                        ADA,
                        new NewPlan(
                                "150 step by step",
                                "Firefox",
                                "release",
                                new ReleaseName("Firefox-150"),
                                new RuleId(204),
                                start,
                                List.of(
                                        new NewPlan.Step(Duration.ZERO, 1),
                                        new NewPlan.Step(Duration.ofHours(24), 25),
                                        new NewPlan.Step(Duration.ofHours(72), 100)),
                                List.of(
                                        new PlanCheck.NoFail(1),
                                        new PlanCheck.Figure(2, "crash_rate", null, 2.0, Duration.ofHours(2)))));
    }

    private RolloutPlan.State state(RolloutPlan plan) {
        return TestDatabase.H2.bean(Plans.class).find(plan.id()).orElseThrow().state();
    }

    private void open(Actor person, RolloutPlan plan) {
        page.open(person, "rollouts/" + plan.id());
    }

    @Test
    void beginsWithTheButtonThatStopsIt() {
        open(ADA, planned());

        assertThat(_find(_get(RolloutView.class), Button.class).getFirst().getText())
                .isEqualTo("Stop");
    }

    @Test
    void isStoppedWithOneClick() {
        RolloutPlan plan = planned();
        open(ADA, plan);

        page.meanwhile(() -> page.click("Stop"));

        assertThat(state(plan)).isEqualTo(RolloutPlan.State.STOPPED);
        assertThat(page.text()).contains("Stopped by " + ADA);
    }

    @Test
    void goesOnOnceSomebodyHasSaidToHowMany() {
        RolloutPlan plan = planned();
        open(ADA, plan);
        page.meanwhile(() -> page.click("Stop"));

        page.click("Go on to 1 %");
        assertThat(state(plan)).isEqualTo(RolloutPlan.State.STOPPED);
        confirm("Go on to 1 %");

        assertThat(state(plan)).isEqualTo(RolloutPlan.State.GOING);
    }

    @Test
    void aStepAtTheBeginningOfTheLineStandsThere() {
        open(ADA, planned(null));

        assertThat(_find(RangeInput.class).getFirst().getElement().getProperty("value", -1.0))
                .isZero();
    }

    @Test
    void aStepBehindTheNextIsNotSaidToClashWithWhatIsLive() {
        RolloutPlan plan = planned();
        TestDatabase.H2
                .bean(EnactmentService.class)
                .enact(ADA, plan.steps().getFirst().set());
        open(ADA, plan);

        assertThat(page.text()).contains("✓ Live Mon", "100 % of release").doesNotContain("when this edit was saved");
    }

    @Test
    void whoPlannedItIsToldThatItIsPausedAmongWhatWaits() {
        RolloutPlan plan = planned();
        TestDatabase.H2.bean(RolloutService.class).report(ADA, plan.id(), "crash_rate", 3.0, "");

        page.open(ADA, "waiting");

        assertThat(page.text()).contains("To let go (1)", "paused: let it go on", "crash_rate is 3.0");
        page.follow("150 step by step");
        assertThat(page.heading()).isEqualTo("150 step by step");
    }

    @Test
    void saysWhyACheckPausedIt() {
        RolloutPlan plan = planned();
        TestDatabase.H2.bean(RolloutService.class).report(ADA, plan.id(), "crash_rate", 3.0, "");

        open(ADA, plan);

        assertThat(page.text()).contains("Paused", "Crash_rate is 3.0, and shall be at most 2.0", "Failure");
    }

    @Test
    void tellsWhatItsChecksSayAndWhatRatesReach() {
        open(ADA, planned());

        assertThat(page.text())
                .contains("Success Nobody has said FAIL", "Nothing known", "1 % 3.9 % 24.5 %", "25 % 68.4 % > 99.9 %");
    }

    @Test
    void saysWhoMustSignWhat() {
        firefox.signedByReleng();
        open(ADA, planned());

        assertThat(page.text()).contains("1 % of release", "Needs 1 signoff by releng");
    }

    @Test
    void allStepsAreSignedInOneActEachByItsOwnDigest() {
        firefox.signedByReleng();
        RolloutPlan plan = planned();
        open(DMITRI, plan);

        page.click("Sign all 3 as releng");
        confirm("Sign all 3 as releng");

        Map<ChangeSetId, List<Signoff>> given =
                TestDatabase.H2.bean(Signoffs.class).ofOpenSets();
        assertThat(plan.steps().stream()
                        .flatMap(step -> given.getOrDefault(step.set(), List.of()).stream())
                        .map(Signoff::digest)
                        .distinct())
                .hasSize(3)
                .doesNotContainNull();
    }

    @Test
    void aStepIsMovedOnceItWasSaidWhoseSignoffsLapse() {
        firefox.signedByReleng();
        RolloutPlan plan = planned();
        TestDatabase.H2
                .bean(SignoffService.class)
                .sign(DMITRI, plan.steps().get(1).set(), new Role("releng"), null);
        open(ADA, plan);

        RangeInput thumb = _find(RangeInput.class).get(1);
        thumb.setValue(thumb.getValue() + 4);
        page.click("Move…");

        assertThat(Page.textOf(_get(ConfirmationDialog.class)))
                .contains("These must sign again: " + DMITRI + " as releng for 25 %");
        confirm("Move");
        assertThat(TestDatabase.H2
                        .bean(Plans.class)
                        .progress(plan.id())
                        .orElseThrow()
                        .steps()
                        .get(1)
                        .set()
                        .due())
                .isEqualTo(LiveFirefox.in(26));
    }

    @Test
    void whoMayNotEditRulesNeitherMovesStepsNorLetsItGoOn() {
        firefox.permit(RITA, PermissionName.RELEASE_LOCALE, "Firefox");
        RolloutPlan plan = planned();
        open(RITA, plan);

        assertThat(_find(RangeInput.class)).noneMatch(RangeInput::isEnabled);
        page.meanwhile(() -> page.click("Stop"));
        assertThat(page.button("Go on to 1 %").isEnabled()).isFalse();
    }

    @Test
    void goingBackStopsItFirstAndLeadsToTheSetsThatAreLive() {
        RolloutPlan plan = planned();
        TestDatabase.H2
                .bean(EnactmentService.class)
                .enact(ADA, plan.steps().getFirst().set());
        open(ADA, plan);

        page.click("Go back…");
        confirm("Go back…");

        assertThat(state(plan)).isEqualTo(RolloutPlan.State.STOPPED);
        assertThat(page.location())
                .isEqualTo("changes/back?sets=" + plan.steps().getFirst().set());
    }

    @Test
    void saysThatThereIsNoneOfThatNumber() {
        page.open(ADA, "rollouts/4711");

        assertThat(page.text()).contains("There is no rollout of that number", "All rollouts");
        page.open(ADA, "rollouts/none");
        assertThat(page.text()).contains("There is no rollout of that number");
    }

    @Test
    void isListedWithWhatComesNext() {
        page.open(ADA, "rollouts");
        assertThat(page.text()).contains("No release comes step by step yet");
        planned();

        page.open(ADA, "rollouts");

        assertThat(page.text())
                .contains("150 step by step", "Going", "Firefox-150 for Firefox on release", "0 %", "1 % of release");
        page.follow("150 step by step");
        assertThat(page.heading()).isEqualTo("150 step by step");
    }

    private static void confirm(String text) {
        List<Button> buttons = _find(Button.class, button -> button.withText(text));
        _click(buttons.getLast());
        assertThat(_find(Dialog.class)).isEmpty();
    }
}
