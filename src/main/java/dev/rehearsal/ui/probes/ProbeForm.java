package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Expectation.Kind;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Unsaved;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The form of a probe. */
class ProbeForm extends Div {

    private static final Messages MESSAGES = Messages.beside(ProbeForm.class);

    private final TextField name = new TextField(MESSAGES.get("form.name"));
    private final TextArea url = new TextArea(MESSAGES.get("form.url"));
    private final Select<Kind> kind = new Select<>();
    private final TextField release = new TextField(MESSAGES.get("form.release"));
    private final TextArea xml = new TextArea(MESSAGES.get("form.xml"));
    private final TextArea note = new TextArea(MESSAGES.get("form.note"));
    private final Runnable onChange;

    ProbeForm(Runnable onChange) {
        this.onChange = onChange;
        addClassName("fields");
        name.setMaxLength(ProbeDraft.LONGEST_NAME);
        name.setPlaceholder(MESSAGES.get("form.name.example"));
        url.setMaxLength(ProbeDraft.LONGEST_URL);
        note.setMaxLength(ProbeDraft.LONGEST_NOTE);
        kind.setLabel(MESSAGES.get("form.expect"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(offered -> MESSAGES.get("form.expect." + offered.wireName()));
        kind.setValue(Kind.RELEASE);
        List.of(name, release).forEach(field -> field.setManualValidation(true));
        List.of(url, xml, note).forEach(field -> field.setManualValidation(true));
        List.of(name, url, release, xml, note).forEach(this::listen);
        listen(kind);
        Unsaved.keep(name, "name");
        Unsaved.keep(url, "url");
        Unsaved.keep(kind, "kind");
        Unsaved.keep(release, "release");
        Unsaved.keep(xml, "xml");
        Unsaved.keep(note, "note");
        add(name, url, kind, release, xml, note);
        showKind();
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            showKind();
            if (change.isFromClient()) {
                onChange.run();
            }
        });
    }

    private void showKind() {
        release.setVisible(kind.getValue() == Kind.RELEASE);
        xml.setVisible(kind.getValue() == Kind.XML);
    }

    void show(ProbeDraft draft) {
        name.setValue(draft.name());
        url.setValue(draft.url());
        note.setValue(Objects.requireNonNullElse(draft.note(), ""));
        release.clear();
        xml.clear();
        show(draft.expected());
    }

    /** As if it had been entered. */
    void expect(Expectation expected) {
        show(expected);
        onChange.run();
    }

    private void show(Expectation expected) {
        kind.setValue(expected.kind());
        String answer = Objects.requireNonNullElse(expected.answer(), "");
        switch (expected.kind()) {
            case RELEASE -> release.setValue(answer);
            case XML -> xml.setValue(answer);
            case NO_UPDATE -> {}
        }
    }

    ProbeDraft entered() {
        Kind chosen = Objects.requireNonNullElse(kind.getValue(), Kind.RELEASE);
        String answer = chosen == Kind.XML ? xml.getValue() : release.getValue().strip();
        return new ProbeDraft(name.getValue().strip(), url.getValue().strip(), chosen.of(answer), note.getValue());
    }

    /** @return sentences about what is no field */
    List<String> showProblems(List<Problem> problems) {
        List.<HasValidation>of(release, xml).forEach(field -> field.setInvalid(false));
        HasValidation answer = kind.getValue() == Kind.XML ? xml : release;
        return new FieldProblems(Map.of("name", name, "url", url, "answer", answer, "note", note)).show(problems);
    }
}
