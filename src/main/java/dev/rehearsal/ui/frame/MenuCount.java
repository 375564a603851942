package dev.rehearsal.ui.frame;

import java.util.function.IntSupplier;

/** Counts what waits at a place in the menu for the signed-in user. */
@FunctionalInterface
public interface MenuCount {

    /** Called once for a frame, by the person's own request; what it returns is asked whenever the state is replaced. */
    IntSupplier forViewer();
}
