package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many update URLs a second the whole application answers, compared with a constant answer from the same server:
 * 10,000 rules, 300 releases, live and test channels mixed, over loopback.
 *
 * <p>The two kinds alternate in short rounds, so that the ratio holds where the machine's speed drifts. The clients run
 * in the same process: both kinds pay for them alike.
 */
public final class LoadRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 9;
    private static final int SECONDS = 3;

    private LoadRun() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:load",
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            List<String> urls = new LoadedTables(application).fill(RULES, RELEASES);
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            run(new LoopbackClients(port, CONNECTIONS), urls);
        }
    }

    private static void run(LoopbackClients clients, List<String> urls) throws Exception {
        List<String> constant = List.of("/__lbheartbeat__");
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            clients.requestsPerSecond(urls, SECONDS);
            clients.requestsPerSecond(constant, SECONDS);
        }
        List<Double> updateRates = new ArrayList<>();
        List<Double> constantRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double updates = clients.requestsPerSecond(urls, SECONDS);
            double constants = clients.requestsPerSecond(constant, SECONDS);
            updateRates.add(updates);
            constantRates.add(constants);
            ratios.add(updates / constants);
        }
        System.out.printf(
                Locale.ROOT,
                "%d rules, %d releases, %d connections, %d rounds of %d s each%n"
                        + "update URLs    %8.0f requests/s (median)%n"
                        + "constant       %8.0f requests/s (median)%n"
                        + "ratio          %8.2f (median of pairs; %.2f to %.2f)%n",
                RULES,
                RELEASES,
                CONNECTIONS,
                ROUNDS,
                SECONDS,
                median(updateRates),
                median(constantRates),
                median(ratios),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
