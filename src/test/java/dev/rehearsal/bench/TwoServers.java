package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two applications with the same tables in one process, asked in turns, so that what the machine does meanwhile falls on
 * both.
 */
final class TwoServers {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 20;
    private static final int SECONDS = 2;

    private final LoopbackClients plain;
    private final LoopbackClients other;

    TwoServers(ConfigurableApplicationContext plain, ConfigurableApplicationContext other) throws Exception {
        this.plain = clients(plain);
        this.other = clients(other);
    }

    static ConfigurableApplicationContext start(String name, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:" + name,
                LoadedTables.TOKEN,
                "--logging.level.root=warn"));
        options.addAll(Arrays.asList(more));
        return SpringApplication.run(RehearsalApplication.class, options.toArray(String[]::new));
    }

    /** @param urls made anew for each turn */
    void compare(String what, Supplier<List<String>> urls) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            boolean plainFirst = round % 2 == 0;
            double first = (plainFirst ? plain : other).requestsPerSecond(urls.get(), SECONDS);
            double second = (plainFirst ? other : plain).requestsPerSecond(urls.get(), SECONDS);
            if (round >= 0) {
                ratios.add(plainFirst ? second / first : first / second);
            }
        }
        Collections.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s: %.3f (median of %d pairs; %.3f to %.3f)%n",
                what,
                ratios.get(ROUNDS / 2),
                ROUNDS,
                ratios.getFirst(),
                ratios.getLast());
    }

    private static LoopbackClients clients(ConfigurableApplicationContext application) throws Exception {
        return new LoopbackClients(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class), CONNECTIONS);
    }
}
