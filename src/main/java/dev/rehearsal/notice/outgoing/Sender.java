package dev.rehearsal.notice.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends a request over a connection of its own to the very address that was checked, and reads no more of the answer than
 * how it begins. It follows no redirect, keeps no cookie and knows no proxy.
 */
public final class Sender {

    private static final int LONGEST_LINE = 8_192;
    private static final int FINAL = 200;
    private static final String NO_HTTP = "the answer is not HTTP";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    private final OutgoingHosts hosts;
    private final SSLSocketFactory encryption;
    private final Duration limit;

    /** @param limit for everything, from the connection to the answer */
    public Sender(OutgoingHosts hosts, SSLSocketFactory encryption, Duration limit) {
        this.hosts = hosts;
        this.encryption = encryption;
        this.limit = limit;
    }

    /**
     * Returns the status of the answer.
     *
     * @throws IOException with a sentence for people, if there is no answer or if the request may not be sent
     */
    public int send(Request request) throws IOException {
        String problem = hosts.problemWith(request.url().toString());
        if (problem != null) {
            throw new IOException("the URL " + problem);
        }
        InetAddress address = hosts.address(request.url().getHost());
        AtomicBoolean late = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        try (Socket socket = new Socket()) {
            Thread.ofVirtual().start(() -> closeUnlessDone(socket, done, late));
            return ask(socket, address, request);
        } catch (IOException e) {
            throw late.get() ? new SocketTimeoutException("no answer within %d s".formatted(limit.toSeconds())) : e;
        } finally {
            done.countDown();
        }
    }

    /** Whoever answers a byte a second ends no single wait. */
    private void closeUnlessDone(Socket socket, CountDownLatch done, AtomicBoolean late) {
        try (socket) {
            late.set(!done.await(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            late.set(true);
        }
    }

    private int ask(Socket socket, InetAddress address, Request request) throws IOException {
        socket.connect(new InetSocketAddress(address, request.port()), (int) limit.toMillis());
        socket.setSoTimeout((int) limit.toMillis());
        if (!request.isEncrypted()) {
            return ask(socket, request);
        }
        try (SSLSocket encrypted =
                (SSLSocket) encryption.createSocket(socket, request.url().getHost(), request.port(), true)) {
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            return ask(encrypted, request);
        }
    }

    private static int ask(Socket socket, Request request) throws IOException {
        socket.getOutputStream().write(request.bytes());
        socket.getOutputStream().flush();
        InputStream answer = socket.getInputStream();
        int status = status(answer);
        while (status < FINAL) {
            // What is said before the answer, such as 103, is none.
            skipHeaders(answer);
            status = status(answer);
        }
        return status;
    }

    private static int status(InputStream answer) throws IOException {
        Matcher status = STATUS.matcher(line(answer));
        if (!status.matches()) {
            throw new IOException(NO_HTTP);
        }
        return Integer.parseInt(status.group(1));
    }

    private static void skipHeaders(InputStream answer) throws IOException {
        String header = line(answer);
        while (!header.isEmpty()) {
            header = line(answer);
        }
    }

    /** @throws IOException for a line that has no end, or that ends nowhere near */
    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = answer.read();
        while (read >= 0 && read != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) read);
            read = answer.read();
        }
        if (read != '\n') {
            throw new IOException(line.isEmpty() ? "the connection was closed without an answer" : NO_HTTP);
        }
        return line.toString().strip();
    }
}
