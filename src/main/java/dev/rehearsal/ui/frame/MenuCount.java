package dev.rehearsal.ui.frame;

import java.util.function.IntSupplier;

/** How much waits at a place in the menu for whoever looks at it. */
@FunctionalInterface
public interface MenuCount {

    /** Called once for a frame, by the person's own request; what it returns is asked whenever the state is replaced. */
    IntSupplier forViewer();
}
