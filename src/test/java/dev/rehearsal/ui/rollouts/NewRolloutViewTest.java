package dev.rehearsal.ui.rollouts;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewRolloutViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private void choose(String channel) {
        ComboBox<String> field = _get(ComboBox.class, combo -> combo.withCaption("Channel"));
        field.setValue(channel);
    }

    private Progress latest() {
        return TestDatabase.H2.bean(Plans.class).latest(0, 1).getFirst();
    }

    @Test
    void plansThreeStepsFromTheReleaseThatIsShipped() {
        page.open(ADA, "releases/Firefox-150/ship");
        page.follow("Plan a rollout");
        assertThat(page.location()).isEqualTo("rollouts/new?release=Firefox-150");
        choose("release");
        page.enter(_get(IntegerField.class, field -> field.withCaption("Rule (optional)")), 204);

        page.click("Schedule the rollout");

        assertThat(page.heading()).isEqualTo("Firefox-150 on release");
        assertThat(latest().steps()).extracting(step -> step.percentage()).containsExactly(1, 25, 100);
        assertThat(firefox.database().bean(SnapshotKeeper.class).current().queue())
                .hasSize(3);
    }

    @Test
    void saysWhatIsWrongAndSchedulesNothing() {
        page.open(ADA, "rollouts/new?release=Firefox-150&channel=beta");
        page.enter(
                _find(IntegerField.class, field -> field.withCaption("Percent")).get(1), 1);

        page.click("Schedule the rollout");

        assertThat(page.text()).contains("Percent of step 2: must be more than the 1 % of the step before.");
        assertThat(firefox.database().bean(SnapshotKeeper.class).current().queue())
                .isEmpty();
    }

    @Test
    void asksForAReleaseFirst() {
        page.open(ADA, "rollouts/new");

        page.click("Schedule the rollout");

        assertThat(page.text()).contains("Release: choose the one that shall come.");
    }

    @Test
    void saysThatThereIsNoReleaseOfThatName() {
        page.open(ADA, "rollouts/new?release=Firefox-1500");

        assertThat(_get(ComboBox.class, combo -> combo.withCaption("Release")).getHelperText())
                .isEqualTo("There is no release Firefox-1500, neither live nor pending: choose another.");
    }

    @Test
    void aWatershedIsAStepWithAReleaseOfItsOwn() {
        page.open(ADA, "rollouts/new?release=Firefox-150&channel=beta");
        page.enter(
                _find(IntegerField.class, field -> field.withCaption("Percent")).getFirst(), 100);
        page.enter(_find(TextField.class, field -> field.withCaption("Release")).getFirst(), "Firefox-140");
        page.enter(_find(TextField.class, field -> field.withCaption("Version")).getFirst(), "<140.0");

        page.click("Schedule the rollout");

        assertThat(latest().steps().getFirst().step().release().value()).isEqualTo("Firefox-140");
    }
}
