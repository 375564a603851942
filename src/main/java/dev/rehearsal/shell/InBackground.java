package dev.rehearsal.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Does for a screen what takes longer than people want to wait. What it finds goes back through the screen's UI. */
@Service
public class InBackground {

    private final Executor executor;

    @Autowired
    InBackground() {
        this(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** @param executor carries the work */
    public InBackground(Executor executor) {
        this.executor = executor;
    }

    public void run(Runnable work) {
        executor.execute(work);
    }
}
