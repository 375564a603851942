package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import dev.rehearsal.ledger.StorageFailure;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Does what takes a while without holding up the screen that shows it. */
@Service
public class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Executor executor;

    @Autowired
    BackgroundWork() {
        this(Executors.newVirtualThreadPerTaskExecutor());
    }

    public BackgroundWork(Executor executor) {
        this.executor = executor;
    }

    /** The steps by which work says how far it is. */
    @FunctionalInterface
    public interface Steps {

        /** @throws CancellationException if nobody wants the rest */
        void made(int done, int all);
    }

    /** Hears of the work, with the session of the screen locked. */
    public interface Listener<T> {

        /** Now and then, of work that takes longer than {@value #PATIENCE_MILLIS} milliseconds. */
        void onProgress(int done, int all);

        void onDone(T result);

        /** @param id what the log calls it by, which says why */
        void onFailed(String id);
    }

    /** Work under way. */
    public static final class Running {

        private final AtomicBoolean over = new AtomicBoolean();

        private Running() {}

        /** It ends soon, and nothing more is heard of it. */
        public void cancel() {
            over.set(true);
        }

        public boolean isOver() {
            return over.get();
        }
    }

    private static final int PATIENCE_MILLIS = 500;

    /** Whoever starts this does not look at the session, or at who is signed in, in the work itself. */
    public <T> Running start(UI ui, Function<Steps, T> work, Listener<T> listener) {
        Running running = new Running();
        executor.execute(() -> {
            try {
                T result = work.apply(steps(ui, running, listener));
                tell(ui, running, () -> {
                    running.cancel();
                    listener.onDone(result);
                });
            } catch (CancellationException nobodyWantsIt) {
                running.cancel();
            } catch (RuntimeException | Error e) {
                String id =
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
                if (StorageFailure.of(e) == StorageFailure.FAULT) {
                    LOG.error("What a screen asked for could not be done: {}", id, e);
                } else {
                    LOG.error("What a screen asked for could not be done: {}: {}", id, StorageFailure.reason(e));
                }
                tell(ui, running, () -> {
                    running.cancel();
                    listener.onFailed(id);
                });
            }
        });
        return running;
    }

    private static Steps steps(UI ui, Running running, Listener<?> listener) {
        return new Steps() {
            private long tellNext = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;

            @Override
            public void made(int done, int all) {
                if (running.isOver()) {
                    throw new CancellationException();
                }
                if (System.nanoTime() >= tellNext) {
                    tellNext = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
                    tell(ui, running, () -> listener.onProgress(done, all));
                }
            }
        };
    }

    /** Whoever closes the screen has cancelled it. */
    private static void tell(UI ui, Running running, Runnable command) {
        SerializableRunnable unlessOver = () -> {
            if (!running.isOver()) {
                command.run();
            }
        };
        if (ui.getSession() != null && ui.getSession().hasLock()) {
            unlessOver.run();
        } else {
            ui.accessLater(unlessOver, running::cancel).run();
        }
    }
}
