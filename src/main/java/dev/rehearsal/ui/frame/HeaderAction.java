package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Key;
import java.util.function.Supplier;

/**
 * An action that can be done from every screen, with a button in the frame and a key. Each feature registers its own as
 * beans, so that the frame knows no feature.
 *
 * @param title on the button
 * @param key pressed together with Ctrl, or with ⌘
 * @param keyName as the button says it, such as {@code Ctrl K}
 * @param forViewer called once for a frame, by the person's own request; what it returns is run each time
 */
public record HeaderAction(String title, Key key, String keyName, Supplier<Runnable> forViewer) {}
