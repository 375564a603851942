package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/**
 * A list of the problems that stand in the way of a request where no single field is to blame; screen readers say it at
 * once.
 */
public class ProblemList extends Div {

    private static final Messages MESSAGES = Messages.beside(ProblemList.class);

    public ProblemList() {
        addClassName("problems");
        getElement().setAttribute("role", "alert");
        show(List.of());
    }

    /** In place of what was shown before; nothing for no sentence. */
    public void show(List<String> sentences) {
        removeAll();
        setVisible(!sentences.isEmpty());
        if (!sentences.isEmpty()) {
            add(
                    new Chip(Tone.BAD, "!", MESSAGES.get("not-saved")),
                    new UnorderedList(sentences.stream()
                            .map(sentence -> new ListItem(Sentence.of(sentence)))
                            .toArray(ListItem[]::new)));
        }
    }
}
