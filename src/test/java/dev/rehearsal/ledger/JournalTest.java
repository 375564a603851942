package dev.rehearsal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@EachDatabase
class JournalTest {

    private final TestDatabase database;
    private final Journal journal;
    private final EmergencyShutoffs shutoffs;

    JournalTest(TestDatabase database) {
        this.database = database.emptied();
        this.journal = database.bean(Journal.class);
        this.shutoffs = database.bean(EmergencyShutoffs.class);
    }

    @Test
    void aWriteOfLiveTablesMovesBothVersions() {
        SnapshotVersion before = journal.version();

        journal.write(TestDatabase.WRITER, Touches.LIVE, entry -> entry);

        assertThat(journal.version().version()).isEqualTo(before.version() + 1);
        assertThat(journal.version().liveVersion()).isEqualTo(before.liveVersion() + 1);
        assertThat(journal.version().hasLiveTablesOf(before)).isFalse();
    }

    @Test
    void aWriteOfTheQueueLeavesTheLiveVersionAlone() {
        SnapshotVersion before = journal.version();

        journal.write(TestDatabase.WRITER, Touches.QUEUE, entry -> entry);

        assertThat(journal.version().version()).isEqualTo(before.version() + 1);
        assertThat(journal.version().hasLiveTablesOf(before)).isTrue();
    }

    @Test
    void theEntrySaysWhoWhenAndWhatWasFound() {
        SnapshotVersion before = journal.version();

        Entry entry = journal.write(TestDatabase.WRITER, Touches.LIVE, written -> written);

        assertThat(entry).isEqualTo(new Entry(TestDatabase.WRITER, TestClock.START, null, before));
    }

    @Nested
    class Time {

        private final TestClock clock = database.bean(TestClock.class);

        @Test
        void isThatOfTheLastWrite() {
            clock.advance(Duration.ofMinutes(5));
            journal.write(TestDatabase.WRITER, Touches.QUEUE, entry -> entry);

            assertThat(journal.lastWrite()).isEqualTo(clock.instant());
        }

        /** As on another node. */
        @Test
        void doesNotRunBackwardsWhereAClockIsSlow() {
            Instant last = clock.instant();
            clock.advance(Duration.ofSeconds(-30));

            Entry entry = journal.write(TestDatabase.WRITER, Touches.QUEUE, written -> written);

            assertThat(entry.at()).isEqualTo(last);
            assertThat(journal.lastWrite()).isEqualTo(last);
        }

        @Test
        void isThatOfTheClockWhereTheLastWriteWasMadeByOneThatIsWrong() {
            clock.advance(Duration.ofMinutes(-2));

            Entry entry = journal.write(TestDatabase.WRITER, Touches.QUEUE, written -> written);

            assertThat(entry.at()).isEqualTo(clock.instant());
        }

        @Test
        void ofAWriteThatFailsIsNotRemembered() {
            Instant last = journal.lastWrite();
            clock.advance(Duration.ofMinutes(5));

            assertThatThrownBy(() -> journal.write(TestDatabase.WRITER, Touches.QUEUE, entry -> {
                        throw new IllegalStateException("given up");
                    }))
                    .hasMessage("given up");

            assertThat(journal.lastWrite()).isEqualTo(last);
        }
    }

    @Test
    void aWriteThatFailsLeavesNoTraceAndTheVersionsAlone() {
        SnapshotVersion before = journal.version();

        assertThatThrownBy(() -> journal.write(TestDatabase.WRITER, Touches.LIVE, entry -> {
                    shutOff(entry, "Firefox");
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(journal.version()).isEqualTo(before);
        assertThat(shutoffs.all()).isEmpty();
        assertThat(database.rows("select * from shutoffs_history")).isEmpty();
    }

    @Test
    void oneWriterWaitsForTheOtherAndFindsWhatItWrote() throws Exception {
        CountDownLatch firstHoldsTheLock = new CountDownLatch(1);
        CountDownLatch firstMayCommit = new CountDownLatch(1);
        CountDownLatch secondHoldsTheLock = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Entry> first = threads.submit(() -> journal.write(new Actor("first"), Touches.LIVE, entry -> {
                shutOff(entry, "Firefox");
                firstHoldsTheLock.countDown();
                await(firstMayCommit);
                return entry;
            }));
            await(firstHoldsTheLock);
            Future<List<Shutoff>> second =
                    threads.submit(() -> journal.write(new Actor("second"), Touches.LIVE, entry -> {
                        secondHoldsTheLock.countDown();
                        return shutoffs.all();
                    }));

            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(secondHoldsTheLock.getCount()).isEqualTo(1);
            firstMayCommit.countDown();

            assertThat(second.get(10, TimeUnit.SECONDS)).hasSize(1);
            assertThat(journal.version().version())
                    .isEqualTo(first.get().found().version() + 2);
        }
    }

    @Test
    void readersDoNotWaitForAWriter() throws Exception {
        SnapshotVersion before = journal.version();
        CountDownLatch holdsTheLock = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Entry> writer = threads.submit(() -> journal.write(TestDatabase.WRITER, Touches.LIVE, entry -> {
                shutOff(entry, "Firefox");
                holdsTheLock.countDown();
                await(mayCommit);
                return entry;
            }));
            await(holdsTheLock);

            assertThat(journal.version()).isEqualTo(before);
            assertThat(shutoffs.all()).isEmpty();

            mayCommit.countDown();
            writer.get(10, TimeUnit.SECONDS);
            assertThat(shutoffs.all()).hasSize(1);
        }
    }

    private void shutOff(Entry entry, String product) {
        shutoffs.importAll(entry, List.of(new Shutoff(product, "release", null, 1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
