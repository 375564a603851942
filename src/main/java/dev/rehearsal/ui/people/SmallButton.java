package dev.rehearsal.ui.people;

import com.vaadin.flow.component.button.Button;

/** A button among many. */
class SmallButton extends Button {

    SmallButton(String text, Runnable onClick) {
        super(text, click -> onClick.run());
        addThemeNames("small");
    }

    /** @param label where the text alone does not say what it is about */
    SmallButton(String text, String label, Runnable onClick) {
        this(text, onClick);
        setAriaLabel(label);
    }
}
