package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Collection;
import java.util.Objects;

/** A choice of one text, in which another one than those offered may be typed. */
public final class OpenChoice extends ComboBox<String> {

    public OpenChoice() {
        setManualValidation(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> choose(typed.getDetail().strip()));
    }

    public OpenChoice(String label) {
        this();
        setLabel(label);
    }

    /** Returns one for a bar that narrows a list: its label stands within it, and what is chosen can be taken out. */
    public static OpenChoice inBar(String label, String className) {
        OpenChoice choice = new OpenChoice();
        choice.setPlaceholder(label);
        choice.setAriaLabel(label);
        choice.setClearButtonVisible(true);
        choice.addClassName(className);
        return choice;
    }

    /** Does this whenever somebody has chosen or typed something. */
    public void onEntry(Runnable command) {
        addCustomValueSetListener(typed -> command.run());
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                command.run();
            }
        });
    }

    /** Returns what is chosen; empty for nothing. */
    public String text() {
        return Objects.requireNonNullElse(getValue(), "");
    }

    /** @param text empty for nothing */
    public void choose(String text) {
        setValue(text.isEmpty() ? null : text);
    }

    /** Offers these; what is chosen stays, also where it is none of them. */
    public void offer(Collection<String> texts) {
        String chosen = getValue();
        setItems(texts);
        setValue(chosen);
    }
}
