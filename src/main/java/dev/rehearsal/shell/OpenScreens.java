package dev.rehearsal.shell;

import com.vaadin.flow.component.Component;
import dev.rehearsal.snapshot.StateReplaced;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells the screens that people have open when this node serves a new state. */
@Service
public class OpenScreens {

    private final Executor executor;
    private final List<Runnable> refreshes = new CopyOnWriteArrayList<>();

    @Autowired
    OpenScreens() {
        this(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** @param executor carries each refresh: whoever writes must not wait for the screens of others */
    public OpenScreens(Executor executor) {
        this.executor = executor;
    }

    /** Runs the refresh of a view, with its session locked, after each new state for as long as the view is open. */
    public void keepCurrent(Component view, Runnable refresh) {
        view.addAttachListener(attached -> {
            Runnable whenReplaced = attached.getUI().accessLater(refresh::run, () -> {})::run;
            refreshes.add(whenReplaced);
            view.addDetachListener(detached -> {
                refreshes.remove(whenReplaced);
                detached.unregisterListener();
            });
        });
    }

    @EventListener
    public void onStateReplaced(StateReplaced replaced) {
        refreshes.forEach(executor::execute);
    }

    /** How many are told. */
    int count() {
        return refreshes.size();
    }
}
