package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What signing costs the update path: two applications with the same tables in one process, one of which signs all answers
 * for Firefox by a key of its own, asked in turns for the same URLs again and again.
 */
public final class SignatureRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 30;
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 20;
    private static final int SECONDS = 2;

    private SignatureRun() {}

    public static void main(String[] arguments) throws Exception {
        Path key = key();
        try (ConfigurableApplicationContext plain = start("plain");
                ConfigurableApplicationContext signing = start(
                        "signing",
                        "--rehearsal.signature.products.Firefox.pem=" + key,
                        "--rehearsal.signature.products.Firefox.x5u=https://certificates.example/chain")) {
            List<String> urls = new LoadedTables(plain).fill(RULES, RELEASES);
            new LoadedTables(signing).fill(RULES, RELEASES);
            run(clients(plain), clients(signing), urls);
        }
    }

    private static void run(LoopbackClients plain, LoopbackClients signing, List<String> urls) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            // In either order, so that what the machine does meanwhile falls on both.
            boolean plainFirst = round % 2 == 0;
            double first = (plainFirst ? plain : signing).requestsPerSecond(urls, SECONDS);
            double second = (plainFirst ? signing : plain).requestsPerSecond(urls, SECONDS);
            if (round >= 0) {
                ratios.add(plainFirst ? second / first : first / second);
            }
        }
        Collections.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "signed against unsigned, asked again: %.3f (median of %d pairs; %.3f to %.3f)%n",
                ratios.get(ROUNDS / 2),
                ROUNDS,
                ratios.getFirst(),
                ratios.getLast());
    }

    private static ConfigurableApplicationContext start(String name, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:" + name,
                LoadedTables.TOKEN,
                "--logging.level.root=warn"));
        options.addAll(Arrays.asList(more));
        return SpringApplication.run(RehearsalApplication.class, options.toArray(String[]::new));
    }

    private static LoopbackClients clients(ConfigurableApplicationContext application) throws Exception {
        return new LoopbackClients(
                application.getEnvironment().getRequiredProperty("local.server.port", Integer.class), CONNECTIONS);
    }

    private static Path key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        return Files.writeString(
                Files.createTempFile("key", ".pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
