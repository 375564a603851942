package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.HasValidation;
import dev.rehearsal.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * Shows problems at the fields that they are about.
 *
 * @param fields by the place that problems name
 */
public record FieldProblems(Map<String, HasValidation> fields) {

    /**
     * Shows these problems in place of those before.
     *
     * @return sentences about those that are about no field
     */
    public List<String> show(List<Problem> problems) {
        fields.values().forEach(field -> field.setInvalid(false));
        return problems.stream()
                .filter(problem -> !show(problem))
                .map(Sentence::of)
                .toList();
    }

    /** @return whether the problem is about a field */
    public boolean show(Problem problem) {
        HasValidation field = fields.get(problem.place());
        if (field == null) {
            return false;
        }
        field.setInvalid(true);
        field.setErrorMessage(Sentence.of(problem.sentence()));
        return true;
    }
}
