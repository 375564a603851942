package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How soon a test channel serves a change of the queue: 10,000 rules, 300 releases, 20 queued sets and three mapped
 * channels. The time runs from the moment that the set is asked for until the first answer over loopback is complete which
 * carries another fingerprint.
 */
public final class QueueRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 50;
    private static final String FINGERPRINT = "Rehearsal-Fingerprint";

    private QueueRun() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:queue",
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            new LoadedTables(application).fill(RULES, RELEASES);
            run(application);
        }
    }

    private static void run(ConfigurableApplicationContext application) throws Exception {
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        List<Rule> rules = application.getBean(Rules.class).all().stream()
                .filter(rule -> "Firefox".equals(rule.product()) && "release".equals(rule.channel()))
                .toList();
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:" + port
                                        + "/update/6/Firefox/36.0/20150101000000/WINNT_x86_64-msvc/de/release-cdntest/Windows_NT%2010.0/ISET:SSE3,MEM:8192/default/default/update.xml"))
                .build();
        Durations asked = new Durations("a new set, from being asked for to being served on the test channel");
        Durations returned = new Durations("the same, from being stored");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                String before = fingerprint(client, question);
                long start = System.nanoTime();
                schedule(application.getBean(ChangeSets.class), rules.get(round), round);
                long stored = System.nanoTime();
                while (fingerprint(client, question).equals(before)) {
                    Thread.onSpinWait();
                }
                long served = System.nanoTime();
                if (round >= WARM_UP) {
                    asked.add(served - start);
                    returned.add(served - stored);
                }
            }
        }
        asked.print();
        returned.print();
    }

    private static void schedule(ChangeSets changeSets, Rule rule, int round) {
        changeSets.schedule(
                new Actor("bootstrap"),
                "Round " + round,
                Instant.now().plusSeconds(7200),
                List.of(new Proposal.EditRule(rule.id(), null, Map.of("backgroundRate", round % 2 == 0 ? 17 : 18))));
    }

    private static String fingerprint(HttpClient client, HttpRequest question) throws Exception {
        return client.send(question, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue(FINGERPRINT)
                .orElseThrow();
    }
}
