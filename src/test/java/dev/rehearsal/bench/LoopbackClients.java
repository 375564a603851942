package dev.rehearsal.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Closed-loop clients over loopback, one kept-alive connection each; they stop by themselves. */
final class LoopbackClients {

    private final int port;
    private final int connections;

    LoopbackClients(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Every client goes through the URLs from a place of its own, until the time is up. */
    double requestsPerSecond(List<String> urls, int seconds) throws Exception {
        List<byte[]> requests = requests(urls);
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int first = client * requests.size() / connections;
                work.add(() -> ask(requests, first, Duration.ofSeconds(seconds), nanos -> {}));
            }
            long started = System.nanoTime();
            int answered = 0;
            for (Future<Integer> done : clients.invokeAll(work)) {
                answered += done.get();
            }
            return answered * 1e9 / (System.nanoTime() - started);
        }
    }

    /** How long each answer took, in no order. */
    long[] nanosOfEach(List<String> urls, int seconds) throws Exception {
        List<byte[]> requests = requests(urls);
        // What was made to be asked is moved out of the way now, rather than while it is asked.
        System.gc();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Callable<LongStream>> work = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int first = client * requests.size() / connections;
                work.add(() -> {
                    LongStream.Builder taken = LongStream.builder();
                    ask(requests, first, Duration.ofSeconds(seconds), taken);
                    return taken.build();
                });
            }
            LongStream all = LongStream.empty();
            for (Future<LongStream> done : clients.invokeAll(work)) {
                all = LongStream.concat(all, done.get());
            }
            return all.toArray();
        }
    }

    private static List<byte[]> requests(List<String> urls) {
        return urls.stream()
                .map(url -> ("GET " + url + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    private int ask(List<byte[]> requests, int first, Duration time, LongConsumer taken) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            long end = System.nanoTime() + time.toNanos();
            int answered = 0;
            for (int next = first; System.nanoTime() < end; next++) {
                long asked = System.nanoTime();
                out.write(requests.get(next % requests.size()));
                readAnswer(in);
                taken.accept(System.nanoTime() - asked);
                answered++;
            }
            return answered;
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int length = 0;
        boolean status = true;
        while (readLine(in, line) > 0) {
            if (status && line.charAt(9) == '5') {
                throw new IOException("The server failed: " + line);
            }
            status = false;
            if (line.length() > 15 && line.substring(0, 15).equalsIgnoreCase("Content-Length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static int readLine(InputStream in, StringBuilder line) throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.length();
    }
}
