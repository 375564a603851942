package dev.rehearsal.bench;

import static dev.rehearsal.serve.SlowConnections.oneByteOfAThousand;

import dev.rehearsal.RehearsalApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long update URLs take while a thousand strangers send one byte of a thousand and wait, of each kind in turn; whoever
 * is hung up on comes again at once.
 */
public final class SlowRun {

    private static final int RULES = 1_000;
    private static final int RELEASES = 30;
    private static final int STRANGERS = 1_000;
    private static final int CLIENTS = 4;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 4;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private SlowRun() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:slow",
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            List<String> urls = new LoadedTables(application).fill(RULES, RELEASES);
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            LoopbackClients clients = new LoopbackClients(port, CLIENTS);
            clients.requestsPerSecond(urls, WARM_UP_SECONDS);
            measure("nobody", clients, urls);
            String update = urls.getFirst();
            against("POST /session", oneByteOfAThousand("POST", "/session", FORM), port, clients, urls);
            against("GET /update/…", oneByteOfAThousand("GET", update, ""), port, clients, urls);
            against("POST /update/…", oneByteOfAThousand("POST", update, ""), port, clients, urls);
            against("POST /api/rules", oneByteOfAThousand("POST", "/api/rules", ""), port, clients, urls);
            against("POST /nothing", oneByteOfAThousand("POST", "/nothing", FORM), port, clients, urls);
            against("headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", port, clients, urls);
        }
    }

    private static void against(String what, String beginning, int port, LoopbackClients clients, List<String> urls)
            throws Exception {
        byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
        AtomicInteger open = new AtomicInteger();
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STRANGERS; i++) {
                strangers.submit(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        hang(port, bytes, open);
                    }
                });
            }
            while (open.get() < STRANGERS) {
                Thread.onSpinWait();
            }
            measure(what, clients, urls);
            strangers.shutdownNow();
        }
    }

    private static void hang(int port, byte[] beginning, AtomicInteger open) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(beginning);
            open.incrementAndGet();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Hung up on, or at the end.
        }
    }

    private static void measure(String what, LoopbackClients clients, List<String> urls) throws Exception {
        long[] nanos = clients.nanosOfEach(urls, SECONDS);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-20s %,9d answers, median %7.3f ms, p99 %7.3f ms, at worst %8.3f ms%n",
                what,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
