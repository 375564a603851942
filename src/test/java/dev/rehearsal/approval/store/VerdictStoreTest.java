package dev.rehearsal.approval.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.staging.Fingerprint;
import org.junit.jupiter.api.Test;

@EachDatabase
class VerdictStoreTest {

    private static final Fingerprint TESTED = new Fingerprint("1".repeat(64));

    private final TestDatabase database;
    private final VerdictStore store;

    VerdictStoreTest(TestDatabase database) {
        this.database = database.emptied();
        this.store = database.bean(VerdictStore.class);
    }

    @Test
    void verdictsComeInPagesTheLatestFirst() {
        Verdict first = pass("Firefox", "release-cdntest");
        Verdict second = pass("Firefox", "release-cdntest");
        Verdict last = pass("Firefox", "release-cdntest");

        assertThat(store.latest(null, null, 0, 2)).containsExactly(last, second);
        assertThat(store.latest(null, null, 2, 2)).containsExactly(first);
        assertThat(store.latest(null, null, 4, 2)).isEmpty();
        assertThat(store.count(null, null)).isEqualTo(3);
    }

    @Test
    void countsWhatItWouldGive() {
        Verdict firefox = pass("Firefox", "release-cdntest");
        pass("Firefox", "beta-cdntest");
        pass("Thunderbird", "release-cdntest");

        assertThat(store.latest("release-cdntest", "Firefox", 0, 5)).containsExactly(firefox);
        assertThat(store.count("release-cdntest", "Firefox")).isEqualTo(1);
        assertThat(store.count("release-cdntest", null)).isEqualTo(2);
        assertThat(store.count(null, "Firefox")).isEqualTo(2);
        assertThat(store.count(null, "Fenix")).isZero();
    }

    private Verdict pass(String product, String testChannel) {
        return database.write(entry -> store.insert(
                entry,
                new TestedState(product, "release", TESTED),
                testChannel,
                Outcome.PASS,
                "looks right",
                Person.nobody("qa")));
    }
}
