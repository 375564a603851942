package dev.rehearsal.traffic;

import static dev.rehearsal.traffic.TrafficWorld.RELEASE;
import static dev.rehearsal.traffic.TrafficWorld.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.probe.ListedRequests;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@EachDatabase
class LoadedListsTest {

    private static final Actor GRETA = new Actor("greta@rehearsal.example");
    private static final Actor EVE = new Actor("eve@rehearsal.example");
    private static final Instant FROM = TestClock.START.minus(Duration.ofDays(2));
    private static final Instant UNTIL = TestClock.START.minus(Duration.ofDays(1));

    private final TestDatabase database;
    private final TrafficWorld world;
    private final LoadedLists lists;
    private final TrafficSamples traffic;

    LoadedListsTest(TestDatabase database) {
        this.database = database;
        this.world = new TrafficWorld(database);
        this.lists = database.bean(LoadedLists.class);
        this.traffic = database.bean(TrafficSamples.class);
        database.admin(GRETA);
    }

    private static String url(String version, String channel) {
        return "/update/6/Firefox/" + version + "/20230101000000/WINNT_x86_64-msvc/en-US/" + channel
                + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml";
    }

    private LoadedList load(String name, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            return lists.load(
                    GRETA, new ListDraft(name, FROM, UNTIL), new ListedRequests(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aListStandsForTheSampleOfTheChannelsThatItTellsOf() {
        ProductChannel beta = new ProductChannel("Firefox", "beta");
        for (ProductChannel where : List.of(RELEASE, beta)) {
            world.samples.put(world.span(
                    "a", where, TestClock.START.minusSeconds(60), Duration.ofSeconds(9), sample(1, Map.of("1.0", 1L))));
        }
        load("CDN", "900 " + url("115.0", "release"), "100 " + url("120.0", "release"), "no request");

        assertThat(traffic.find(RELEASE, TrafficSamples.DAY)).hasValueSatisfying(population -> {
            assertThat(population.source()).isEqualTo("the list 'CDN', loaded at 2026-03-02T09:00:00Z");
            assertThat(population.from()).isEqualTo(FROM);
            assertThat(population.until()).isEqualTo(UNTIL);
            assertThat(population.asked()).isEqualTo(1_000);
            assertThat(versions(population)).containsExactlyInAnyOrderEntriesOf(Map.of("115.0", 900L, "120.0", 100L));
        });
        assertThat(traffic.find(beta, TrafficSamples.DAY))
                .hasValueSatisfying(
                        population -> assertThat(population.source()).startsWith("a sample"));
    }

    @Test
    void atLeastOneRequestOfAChannelIsKept() {
        assertThat(new SamplingOptions(true, List.of(), false, 0, Duration.ofHours(1), SamplingOptions.LONGEST)
                        .perChannel())
                .isOne();
    }

    @Test
    void theListThatWasLoadedLastCounts() {
        load("first", url("115.0", "release"));
        load("second", url("120.0", "release"));

        assertThat(traffic.find(RELEASE, TrafficSamples.MONTH))
                .hasValueSatisfying(
                        population -> assertThat(population.source()).startsWith("the list 'second'"));
    }

    @Test
    void onceItIsRemovedTheSampleCountsAgain() {
        LoadedList list = load("CDN", url("115.0", "release"));
        lists.remove(GRETA, list.id());

        assertThat(traffic.find(RELEASE, TrafficSamples.DAY)).isEmpty();
        assertThat(lists.all()).isEmpty();
    }

    @Test
    void whoeverLoadedOrRemovedTheLastListOfAChannelHasAHandInWhatIsKnown() {
        assertThat(traffic.chosenBy(RELEASE)).isEmpty();

        LoadedList list = load("CDN", url("115.0", "release"));
        assertThat(traffic.chosenBy(RELEASE)).contains(GRETA);
        assertThat(traffic.chosenBy(new ProductChannel("Firefox", "beta"))).isEmpty();

        database.admin(EVE);
        lists.remove(EVE, list.id());
        assertThat(traffic.chosenBy(RELEASE)).contains(EVE);

        world.clock.advance(Duration.ofDays(30).plusMillis(1));
        assertThat(traffic.chosenBy(RELEASE)).isEmpty();
    }

    @Test
    void thirtyDaysAfterItWasLoadedItIsGone() {
        load("CDN", url("115.0", "release"));
        world.clock.advance(Duration.ofDays(30).plusMillis(1));
        world.node("a").rounds.next();

        assertThat(lists.all()).isEmpty();
        assertThat(database.rows("select * from traffic_list_channels")).isEmpty();
    }

    @Test
    void itSaysWhatItHolds() {
        load(
                "CDN",
                "3 " + url("115.0", "release"),
                url("115.0", "release-cck-acme"),
                url("115.0", "beta"),
                "",
                "# a comment",
                "nothing of ours");

        assertThat(lists.all()).singleElement().satisfies(list -> {
            assertThat(list.updateLines()).isEqualTo(3);
            assertThat(list.otherLines()).isEqualTo(1);
            assertThat(list.loadedBy()).isEqualTo(GRETA);
            assertThat(list.channels())
                    .containsExactly(
                            new LoadedList.OnChannel(new ProductChannel("Firefox", "beta"), 1, 1),
                            new LoadedList.OnChannel(RELEASE, 4, 4));
        });
    }

    @Test
    void theJournalTellsWhoLoadedAndRemovedIt() {
        LoadedList list = load("CDN", url("115.0", "release"));
        lists.remove(GRETA, list.id());

        assertThat(database.bean(JournalEntries.class)
                        .page(GRETA, JournalFilter.EVERYTHING.of("traffic_list"), new Paging(1, 10))
                        .items())
                .extracting(JournalEntry::change)
                .containsExactly(JournalEntry.Kind.REMOVED, JournalEntry.Kind.ADDED);
    }

    @Test
    void onlyAdministratorsLoadAndRemoveLists() {
        LoadedList list = load("CDN", url("115.0", "release"));
        ListedRequests requests = new ListedRequests(new ByteArrayInputStream(new byte[0]));

        assertThatThrownBy(() -> lists.load(EVE, new ListDraft("CDN", FROM, UNTIL), requests))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> lists.remove(EVE, list.id())).isInstanceOf(RefusedException.class);
        assertThat(lists.whyNot(EVE)).contains("admin");
    }

    @Test
    void aListWithoutRequestsIsRefused() {
        assertThatThrownBy(() -> load("CDN", "nothing of ours", "/update/no"))
                .hasMessageContaining("hold no update URL that counts (lines:");
        assertThat(lists.all()).isEmpty();
    }

    @Test
    void namesThatNoRuleCanHaveAreAnyOther() {
        load("CDN", url("115.0", "x".repeat(300)), "/json/1/Fire%00fox/115.0/os/release/update.json", url("1", "%00"));

        assertThat(lists.all().getFirst().channels())
                .extracting(LoadedList.OnChannel::where)
                .allMatch(where -> where.product() == null || where.channel().equals("other"))
                .isNotEmpty();
    }

    @Test
    void countsThatNobodyCanHaveCountedAreRefused() {
        assertThatThrownBy(() -> load("CDN", "999999999999999999 " + url("115.0", "release"), "5 " + url("1", "beta")))
                .hasMessageContaining("something else than requests is counted");
        assertThatThrownBy(() -> load("CDN", "999999999999999999 " + url("115.0", "release")))
                .hasMessageContaining("something else than requests is counted");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        ListedRequests requests = new ListedRequests(new ByteArrayInputStream(new byte[0]));

        assertThatThrownBy(() -> lists.load(GRETA, new ListDraft(" ", UNTIL, FROM), requests))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.place())
                                .containsExactly("name", "until"));
    }

    private static Map<String, Long> versions(Population population) {
        return population.classes().stream()
                .collect(Collectors.toMap(one -> one.query().version(), RequestClass::requests));
    }
}
