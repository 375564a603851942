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
class WriteLockTest {

    private final TestDatabase database;
    private final WriteLock writeLock;
    private final EmergencyShutoffs shutoffs;

    WriteLockTest(TestDatabase database) {
        this.database = database.emptied();
        this.writeLock = database.bean(WriteLock.class);
        this.shutoffs = database.bean(EmergencyShutoffs.class);
    }

    @Test
    void aWriteOfLiveTablesMovesBothVersions() {
        SnapshotVersion before = writeLock.version();

        writeLock.write(TestDatabase.WRITER, WriteKind.LIVE, write -> write);

        assertThat(writeLock.version().version()).isEqualTo(before.version() + 1);
        assertThat(writeLock.version().liveVersion()).isEqualTo(before.liveVersion() + 1);
        assertThat(writeLock.version().hasLiveTablesOf(before)).isFalse();
    }

    @Test
    void aWriteOfTheQueueLeavesTheLiveVersionAlone() {
        SnapshotVersion before = writeLock.version();

        writeLock.write(TestDatabase.WRITER, WriteKind.QUEUE, write -> write);

        assertThat(writeLock.version().version()).isEqualTo(before.version() + 1);
        assertThat(writeLock.version().hasLiveTablesOf(before)).isTrue();
    }

    @Test
    void theEntrySaysWhoWhenAndWhatWasFound() {
        SnapshotVersion before = writeLock.version();

        Write write = writeLock.write(TestDatabase.WRITER, WriteKind.LIVE, written -> written);

        assertThat(write).isEqualTo(new Write(TestDatabase.WRITER, TestClock.START, null, before));
    }

    @Nested
    class Time {

        private final TestClock clock = database.bean(TestClock.class);

        @Test
        void isThatOfTheLastWrite() {
            clock.advance(Duration.ofMinutes(5));
            writeLock.write(TestDatabase.WRITER, WriteKind.QUEUE, write -> write);

            assertThat(writeLock.lastWrite()).isEqualTo(clock.instant());
        }

        /** As on another node. */
        @Test
        void doesNotRunBackwardsWhereAClockIsSlow() {
            Instant last = clock.instant();
            clock.advance(Duration.ofSeconds(-30));

            Write write = writeLock.write(TestDatabase.WRITER, WriteKind.QUEUE, written -> written);

            assertThat(write.at()).isEqualTo(last);
            assertThat(writeLock.lastWrite()).isEqualTo(last);
        }

        @Test
        void isThatOfTheClockWhereTheLastWriteWasMadeByOneThatIsWrong() {
            clock.advance(Duration.ofMinutes(-2));

            Write write = writeLock.write(TestDatabase.WRITER, WriteKind.QUEUE, written -> written);

            assertThat(write.at()).isEqualTo(clock.instant());
        }

        @Test
        void ofAWriteThatFailsIsNotRemembered() {
            Instant last = writeLock.lastWrite();
            clock.advance(Duration.ofMinutes(5));

            assertThatThrownBy(() -> writeLock.write(TestDatabase.WRITER, WriteKind.QUEUE, write -> {
                        throw new IllegalStateException("given up");
                    }))
                    .hasMessage("given up");

            assertThat(writeLock.lastWrite()).isEqualTo(last);
        }
    }

    @Test
    void aWriteThatFailsLeavesNoTraceAndTheVersionsAlone() {
        SnapshotVersion before = writeLock.version();

        assertThatThrownBy(() -> writeLock.write(TestDatabase.WRITER, WriteKind.LIVE, write -> {
                    shutOff(write, "Firefox");
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(writeLock.version()).isEqualTo(before);
        assertThat(shutoffs.all()).isEmpty();
        assertThat(database.rows("select * from shutoffs_history")).isEmpty();
    }

    @Test
    void oneWriterWaitsForTheOtherAndFindsWhatItWrote() throws Exception {
        CountDownLatch firstHoldsTheLock = new CountDownLatch(1);
        CountDownLatch firstMayCommit = new CountDownLatch(1);
        CountDownLatch secondHoldsTheLock = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Write> first = threads.submit(() -> writeLock.write(new Actor("first"), WriteKind.LIVE, write -> {
                shutOff(write, "Firefox");
                firstHoldsTheLock.countDown();
                await(firstMayCommit);
                return write;
            }));
            await(firstHoldsTheLock);
            Future<List<Shutoff>> second =
                    threads.submit(() -> writeLock.write(new Actor("second"), WriteKind.LIVE, write -> {
                        secondHoldsTheLock.countDown();
                        return shutoffs.all();
                    }));

            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(secondHoldsTheLock.getCount()).isEqualTo(1);
            firstMayCommit.countDown();

            assertThat(second.get(10, TimeUnit.SECONDS)).hasSize(1);
            assertThat(writeLock.version().version())
                    .isEqualTo(first.get().found().version() + 2);
        }
    }

    @Test
    void readersDoNotWaitForAWriter() throws Exception {
        SnapshotVersion before = writeLock.version();
        CountDownLatch holdsTheLock = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Write> writer = threads.submit(() -> writeLock.write(TestDatabase.WRITER, WriteKind.LIVE, write -> {
                shutOff(write, "Firefox");
                holdsTheLock.countDown();
                await(mayCommit);
                return write;
            }));
            await(holdsTheLock);

            assertThat(writeLock.version()).isEqualTo(before);
            assertThat(shutoffs.all()).isEmpty();

            mayCommit.countDown();
            writer.get(10, TimeUnit.SECONDS);
            assertThat(shutoffs.all()).hasSize(1);
        }
    }

    private void shutOff(Write write, String product) {
        shutoffs.importAll(write, List.of(new Shutoff(product, "release", null, 1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
