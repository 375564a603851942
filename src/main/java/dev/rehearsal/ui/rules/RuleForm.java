package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.shares.RateInTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form with all fields of a rule, each with its problem beside it. */
class RuleForm extends Div {

    private static final Messages MESSAGES = Messages.beside(RuleForm.class);

    private final Map<RuleField, RuleInput> inputs = new EnumMap<>(RuleField.class);
    private final Runnable onChange;
    private Map<RuleField, String> notes = Map.of();
    private boolean starting;

    /** @param onChange told of each change that somebody makes, after the field was checked by itself */
    RuleForm(Suggestions suggestions, Runnable onChange) {
        this.onChange = onChange;
        addClassName("rule-form");
        add(
                group(
                        MESSAGES.get("form.to-whom"),
                        suggestions,
                        RuleField.PRODUCT,
                        RuleField.CHANNEL,
                        RuleField.VERSION,
                        RuleField.BUILD_TARGET,
                        RuleField.LOCALE,
                        RuleField.OS_VERSION),
                group(
                        MESSAGES.get("form.what"),
                        suggestions,
                        RuleField.MAPPING,
                        RuleField.BACKGROUND_RATE,
                        RuleField.FALLBACK_MAPPING,
                        RuleField.UPDATE_TYPE),
                group(MESSAGES.get("form.order"), suggestions, RuleField.PRIORITY, RuleField.ALIAS, RuleField.COMMENT),
                group(
                        MESSAGES.get("form.to-whom.further"),
                        suggestions,
                        RuleField.BUILD_ID,
                        RuleField.MEMORY,
                        RuleField.INSTRUCTION_SET,
                        RuleField.HEADER_ARCHITECTURE,
                        RuleField.JAWS,
                        RuleField.MIG64,
                        RuleField.DISTRIBUTION,
                        RuleField.DIST_VERSION));
    }

    private Section group(String title, Suggestions suggestions, RuleField... fields) {
        Div grid = new Div();
        grid.addClassName("fields");
        for (RuleField field : fields) {
            RuleInput input = RuleInput.of(field, suggestions);
            input.onChange(() -> changed(input));
            inputs.put(field, input);
            grid.add(input.component());
        }
        Section group = new Section(new H2(title), grid);
        group.addClassName("card");
        return group;
    }

    private void changed(RuleInput input) {
        if (!starting) {
            showProblem(
                    input,
                    RuleEntry.problems(input.field(), input.text()).stream()
                            .findFirst()
                            .map(RuleFields.Problem::sentence)
                            .orElse(null));
            showNote(input);
            onChange.run();
        }
    }

    private static void showProblem(RuleInput input, @Nullable String sentence) {
        input.showProblem(sentence);
    }

    /** Puts these texts into the fields; nobody has changed anything then. */
    void start(Map<RuleField, String> texts) {
        starting = true;
        inputs.forEach((field, input) -> {
            input.setText(texts.getOrDefault(field, ""));
            input.showProblem(null);
            showNote(input);
        });
        starting = false;
    }

    Map<RuleField, String> texts() {
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        inputs.forEach((field, input) -> texts.put(field, input.text()));
        return texts;
    }

    /** Marks these fields, and no others; the first of them is ready to be corrected. */
    void showProblems(Map<RuleField, String> problems) {
        inputs.forEach((field, input) -> input.showProblem(problems.get(field)));
        inputs.values().stream().filter(RuleInput::isInvalid).findFirst().ifPresent(RuleInput::focus);
    }

    /**
     * Marks the field that a problem is about.
     *
     * @return whether there is one
     */
    boolean showAtField(Problem problem) {
        String place = problem.place();
        RuleField field = RuleField.named(place.substring(place.lastIndexOf('.') + 1));
        if (field == null) {
            return false;
        }
        RuleInput input = inputs.get(field);
        if (input != null) {
            input.showProblem(problem.sentence());
        }
        return true;
    }

    /** Says below fields what else there is to know of them. */
    void note(Map<RuleField, String> further) {
        notes = further;
        inputs.values().forEach(this::showNote);
    }

    private void showNote(RuleInput input) {
        String note = notes.get(input.field());
        String inTime = input.field() == RuleField.BACKGROUND_RATE ? RateInTime.said(input.text()) : "";
        input.note(note == null || inTime.isEmpty() ? inTime + (note == null ? "" : note) : joined(note, inTime));
    }

    private static String joined(String note, String inTime) {
        return MESSAGES.get("note.joined", note, inTime);
    }

    /** Marks the fields that differ from what they started as. */
    void mark(Set<String> changed) {
        inputs.forEach((field, input) ->
                input.component().getElement().getClassList().set("changed", changed.contains(field.wireName())));
    }
}
