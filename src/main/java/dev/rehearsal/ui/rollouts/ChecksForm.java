package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A form that asks what must be well before each step but the first, as a rollout is being planned. */
class ChecksForm extends Card {

    private static final Messages MESSAGES = Messages.beside(ChecksForm.class);
    private static final Duration WITHIN = Duration.ofHours(2);

    private final Checkbox noFail = new Checkbox(MESSAGES.get("form.check.verdict"), true);
    private final Div rows = new Div();
    private final List<IntFunction<PlanCheck>> others = new ArrayList<>();

    ChecksForm() {
        super(MESSAGES.get("checks"));
        Button figure = new Button(MESSAGES.get("form.check.figure"), click -> addFigure());
        Button url = new Button(MESSAGES.get("form.check.url"), click -> addUrl());
        List.of(figure, url).forEach(button -> button.addThemeNames("small"));
        Div more = new Div(figure, url);
        more.addClassName("more");
        show(new Paragraph(MESSAGES.get("form.checks")), noFail, rows, more);
    }

    private void addFigure() {
        TextField name = new TextField(MESSAGES.get("form.check.name"));
        name.setPlaceholder("crash_rate");
        NumberField least = new NumberField(MESSAGES.get("form.check.least"));
        NumberField most = new NumberField(MESSAGES.get("form.check.most"));
        IntFunction<PlanCheck> check = number ->
                new PlanCheck.Figure(number, name.getValue().strip(), least.getValue(), most.getValue(), WITHIN);
        addRow(new Div(name, least, most), check);
    }

    private void addUrl() {
        TextField name = new TextField(MESSAGES.get("form.check.name"));
        TextField url = new TextField(MESSAGES.get("form.check.address"));
        url.setPlaceholder("https://monitor.example.com/rollout");
        IntFunction<PlanCheck> check = number -> new PlanCheck.Asked(
                number, name.getValue().strip(), url.getValue().strip(), WITHIN);
        addRow(new Div(name, url), check);
    }

    private void addRow(Div row, IntFunction<PlanCheck> check) {
        row.addClassName("check-row");
        Button remove = new Button(MESSAGES.get("form.remove"), click -> {
            rows.remove(row);
            others.remove(check);
        });
        remove.addThemeNames("small", "tertiary");
        row.add(remove);
        others.add(check);
        rows.add(row);
    }

    List<PlanCheck> checks() {
        List<PlanCheck> checks = new ArrayList<>();
        if (noFail.getValue()) {
            checks.add(new PlanCheck.NoFail(1));
        }
        others.forEach(check -> checks.add(check.apply(checks.size() + 1)));
        return checks;
    }
}
