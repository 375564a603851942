package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * A notice that everybody has to see, on whichever screen they are. Each feature registers its own as beans, so that
 * the frame knows no feature.
 */
@FunctionalInterface
public interface FrameNotice {

    /** Asked for each frame, and whenever the state is replaced; empty where there is nothing to see. */
    List<Component> current();
}
