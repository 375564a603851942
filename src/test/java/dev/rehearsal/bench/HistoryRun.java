package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.insight.timemachine.TimeDifferences;
import dev.rehearsal.insight.timemachine.Timeline;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.matching.RuleId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** How long people wait who look at the past, where there is much of it: see {@link LongHistory}. */
public final class HistoryRun {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;

    /** What takes longer than that in all is not asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Actor READER = new Actor("bootstrap");

    private HistoryRun() {}

    public static void main(String[] arguments) throws Exception {
        run("PostgreSQL", TestDatabase.newPostgres());
        run("H2", "jdbc:h2:mem:history");
    }

    private static void run(String database, String url) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--rehearsal.enactor.interval=1h",
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            new LoadedTables(application).fill(LongHistory.RULES, LongHistory.RELEASES);
            LongHistory history = new LongHistory(application);
            history.fill();
            System.out.println(database + ", " + LongHistory.SETS + " sets that went live, a million rows of history");
            askApi(application);
            lookAtScreens(application, history);
        }
    }

    private static void askApi(ConfigurableApplicationContext application) throws Exception {
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {
                "/api/journal?limit=50",
                "/api/journal?limit=50&page=100",
                "/api/journal?limit=50&person=person7",
                "/api/journal?limit=50&product=Firefox&channel=release",
                "/api/journal?limit=50&change_set=1050000",
                "/api/rules/history",
                "/api/rules/history?product=Firefox",
                "/api/rules/history?changed_by=person7",
                "/api/rules/77/revisions",
                "/api/permissions/history",
                "/api/scheduled_changes/rules?all=1&limit=50",
                "/api/scheduled_changes/rules?all=1&limit=50&page=100"
            }) {
                measure("GET " + path, round -> get(client, port, path));
            }
        }
    }

    private static void get(HttpClient client, int port, String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer only-for-benchmarks-0000")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void lookAtScreens(ConfigurableApplicationContext application, LongHistory history) {
        JournalEntries journal = application.getBean(JournalEntries.class);
        Revisions revisions = application.getBean(Revisions.class);
        PastStates past = application.getBean(PastStates.class);
        Timeline timeline = application.getBean(Timeline.class);
        TimeDifferences differences = application.getBean(TimeDifferences.class);
        Random random = new Random(7);
        measure("history", round -> journal.page(READER, JournalFilter.EVERYTHING, new Paging(1, 50)));
        measure(
                "history of the rules of a channel",
                round -> journal.page(
                        READER,
                        new JournalFilter(null, Set.of("rule"), "Firefox", "release", null, null, null),
                        new Paging(1, 50)));
        measure(
                "history of a rule",
                round -> revisions.ofRule(new RuleId(1 + round), new Paging(1, 20), Removals.LISTED));
        measure(
                "the steps beside a time",
                round -> timeline.until(READER, "Firefox", "release", any(history, random), 20));
        measure("the state an hour ago", round -> past.at(history.enacted(LongHistory.SETS - 60 - round)));
        Instant longAgo = any(history, random);
        measure("one step further, long ago", round -> past.at(longAgo.plusSeconds(60L * round)));
        measure("the state at any time", round -> past.at(any(history, random)));
        measure("the differences between two times", round -> {
            Instant from = any(history, random);
            differences.ofLiveChannel("release", "Firefox", from, from.plusSeconds(86_400));
        });
    }

    private static Instant any(LongHistory history, Random random) {
        return history.enacted(1 + random.nextInt(LongHistory.SETS));
    }

    private static void measure(String what, IntConsumer work) {
        Durations durations = new Durations(what);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            work.accept(round);
            long now = System.nanoTime();
            if (round >= WARM_UP || now > end) {
                durations.add(now - start);
            }
            if (now > end) {
                break;
            }
        }
        durations.print();
    }
}
