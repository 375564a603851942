package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.rehearsal.enactment.Alarms;
import dev.rehearsal.ledger.StateReplaced;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells the screens that people have open when this node serves a new state, or has found a fault in it. */
@Service
public class OpenScreens {

    private final Executor executor;
    private final List<OpenScreen> open = new CopyOnWriteArrayList<>();

    @Autowired
    OpenScreens() {
        this(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** @param executor carries each refresh: whoever writes must not wait for the screens of others */
    public OpenScreens(Executor executor) {
        this.executor = executor;
    }

    /** Runs the refresh of a view, with its session locked, after a new state for as long as the view is open. */
    public void keepCurrent(Component view, Runnable refresh) {
        view.addAttachListener(attached -> {
            OpenScreen screen = new OpenScreen(attached.getUI(), refresh);
            open.add(screen);
            view.addDetachListener(detached -> {
                open.remove(screen);
                detached.unregisterListener();
            });
        });
    }

    @EventListener
    public void onStateReplaced(StateReplaced replaced) {
        open.forEach(screen -> screen.refreshOn(executor));
    }

    /** This comes after the state that it is about. */
    @EventListener
    public void onAlarm(Alarms.Raised raised) {
        open.forEach(screen -> screen.refreshOn(executor));
    }

    /** Returns how many are told. */
    int count() {
        return open.size();
    }

    /** One view in one browser window. While a refresh waits for its turn, further states need no other. */
    private static final class OpenScreen {

        private final Runnable access;
        private final AtomicBoolean waiting = new AtomicBoolean();

        OpenScreen(UI ui, Runnable refresh) {
            this.access = ui.accessLater(
                    () -> {
                        waiting.set(false);
                        refresh.run();
                    },
                    () -> waiting.set(false))::run;
        }

        void refreshOn(Executor executor) {
            if (waiting.compareAndSet(false, true)) {
                executor.execute(access);
            }
        }
    }
}
