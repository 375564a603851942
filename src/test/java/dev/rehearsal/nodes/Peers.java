package dev.rehearsal.nodes;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.TablesChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** Two nodes on one database, each with all services, neither of which does anything by itself. */
final class Peers implements AutoCloseable {

    private final TestDatabase first;
    private final ConfigurableApplicationContext second;
    private final ExecutorService people = Executors.newFixedThreadPool(2);
    /** What each thread wrote last. */
    private final ThreadLocal<Long> written = ThreadLocal.withInitial(() -> 0L);

    private final ApplicationListener<PayloadApplicationEvent<TablesChanged>> listener =
            ApplicationListener.forPayload(this::note);

    Peers(TestDatabase first) {
        this.first = first;
        this.second = TestDatabase.servicesOn(url(first));
        first.bean(ApplicationEventMulticaster.class).addApplicationListener(listener);
        second.addApplicationListener(listener);
    }

    private void note(TablesChanged changed) {
        written.set(changed.version().version());
    }

    /**
     * How a call ended, and where it stands among all writes.
     *
     * @param version that it led to; 0 if it wrote nothing
     */
    record Ended(Outcome outcome, long version) {

        boolean isDone() {
            return outcome == Outcome.DONE;
        }
    }

    private static String url(TestDatabase database) {
        try (Connection connection = database.bean(DataSource.class).getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T onFirst(Class<T> service) {
        return first.bean(service);
    }

    <T> T onSecond(Class<T> service) {
        return second.getBean(service);
    }

    /** Runs both in the same moment, each in a thread of its own. */
    List<Ended> atOnce(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Ended> here = people.submit(() -> run(together, one));
        Future<Ended> there = people.submit(() -> run(together, other));
        return List.of(here.get(1, TimeUnit.MINUTES), there.get(1, TimeUnit.MINUTES));
    }

    private Ended run(CyclicBarrier together, Callable<Outcome> act) throws Exception {
        written.set(0L);
        together.await();
        Outcome outcome = act.call();
        return new Ended(outcome, written.get());
    }

    @Override
    public void close() {
        people.shutdownNow();
        first.bean(ApplicationEventMulticaster.class).removeApplicationListener(listener);
        second.close();
    }
}
