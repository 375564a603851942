package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One step as it is being planned: when, to how many, and who if that is somebody else. */
class StepRow extends Div {

    private static final Messages MESSAGES = Messages.beside(StepRow.class);

    private final IntegerField hours = new IntegerField(MESSAGES.get("form.after"));
    private final IntegerField percentage = new IntegerField(MESSAGES.get("form.percentage"));
    private final TextField channel = new TextField(MESSAGES.get("form.other.channel"));
    private final TextField release = new TextField(MESSAGES.get("form.other.release"));
    private final TextField version = new TextField(MESSAGES.get("form.other.version"));

    StepRow(int after, int rate, Runnable onChange, Consumer<StepRow> onRemove) {
        addClassName("step-row");
        hours.setValue(after);
        hours.setMin(0);
        percentage.setValue(rate);
        percentage.setMin(1);
        percentage.setMax(100);
        hours.setStepButtonsVisible(true);
        percentage.setStepButtonsVisible(true);
        percentage.addValueChangeListener(change -> onChange.run());
        version.setPlaceholder("<115.0");
        Div others = new Div(channel, release, version);
        others.addClassName("others");
        Button remove = new Button(MESSAGES.get("form.remove"), click -> onRemove.accept(this));
        remove.addThemeNames("small", "tertiary");
        add(hours, percentage, remove, new NativeDetails(MESSAGES.get("form.other"), others));
    }

    int percentage() {
        return percentage.getValue() == null ? 0 : percentage.getValue();
    }

    int hours() {
        return hours.getValue() == null ? 0 : hours.getValue();
    }

    NewPlan.Step step() {
        String other = text(release);
        return new NewPlan.Step(
                Duration.ofHours(hours()),
                percentage(),
                text(channel),
                other == null ? null : new ReleaseName(other),
                text(version));
    }

    private static @Nullable String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
