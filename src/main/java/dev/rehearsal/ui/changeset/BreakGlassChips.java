package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.html.Span;
import dev.rehearsal.enactment.BreakGlass;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;

/** Tells what somebody passed over who broke the glass, a chip for each. */
public class BreakGlassChips extends Span {

    private static final Messages MESSAGES = Messages.beside(BreakGlassChips.class);

    public BreakGlassChips(Tone tone, BreakGlass broken) {
        addClassName("broken-glass");
        broken.over().stream()
                .sorted()
                .forEach(over -> add(new Chip(tone, "!", MESSAGES.get("set.past." + over.wireName()))));
    }
}
