package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many update URLs a second the whole application answers, compared with a constant answer from the same server:
 * 10,000 rules, 300 releases, live and test channels mixed, over loopback; once URLs that are asked again and again, and once
 * such as nobody has asked before.
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

    /** More than any machine asks in a round. */
    private static final int NEW_URLS = 400_000;

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
        NewUrls unasked = new NewUrls(urls);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            clients.requestsPerSecond(urls, SECONDS);
            clients.requestsPerSecond(unasked.take(NEW_URLS), SECONDS);
            clients.requestsPerSecond(constant, SECONDS);
        }
        System.out.printf(
                "%d rules, %d releases, %d connections, %d rounds of %d s each%n",
                RULES, RELEASES, CONNECTIONS, ROUNDS, SECONDS);
        pairs("update URLs, asked again", clients, () -> urls, constant);
        pairs("update URLs, all new", clients, () -> unasked.take(NEW_URLS), constant);
    }

    /** Makes the URLs before the time of a round begins. */
    private static void pairs(String what, LoopbackClients clients, Supplier<List<String>> urls, List<String> constant)
            throws Exception {
        List<Double> rates = new ArrayList<>();
        List<Double> constantRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> constantSlowest = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long[] updates = clients.nanosOfEach(urls.get(), SECONDS);
            long[] constants = clients.nanosOfEach(constant, SECONDS);
            rates.add((double) updates.length / SECONDS);
            constantRates.add((double) constants.length / SECONDS);
            ratios.add((double) updates.length / constants.length);
            slowest.add(p99(updates));
            constantSlowest.add(p99(constants));
        }
        System.out.printf(
                Locale.ROOT,
                "%s%n"
                        + "  requests/s     %8.0f, constant %8.0f (medians)%n"
                        + "  ratio          %8.2f (median of pairs; %.2f to %.2f)%n"
                        + "  p99            %8.2f ms, constant %8.2f ms (medians)%n",
                what,
                median(rates),
                median(constantRates),
                median(ratios),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow(),
                median(slowest),
                median(constantSlowest));
    }

    private static double p99(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length * 99 / 100] / 1e6;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
