package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.html.Span;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.ui.frame.Messages;

/** A fingerprint short enough to be compared by eye, such as {@code 9f3c·a41e}; the whole one is in its tooltip. */
public class FingerprintLabel extends Span {

    private static final Messages MESSAGES = Messages.beside(FingerprintLabel.class);

    private static final int GROUP = 4;

    public FingerprintLabel(Fingerprint fingerprint) {
        super(shortForm(fingerprint));
        addClassName("mono");
        getElement().setAttribute("title", MESSAGES.get("fingerprint", fingerprint));
    }

    static String shortForm(Fingerprint fingerprint) {
        String digits = fingerprint.value();
        return digits.substring(0, GROUP) + "·" + digits.substring(GROUP, 2 * GROUP);
    }
}
