package dev.rehearsal.probe.comparison.wire;

import dev.rehearsal.probe.comparison.Reply;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection that is kept alive and takes one request after the other. It sends targets as they are, also those that
 * {@link java.net.URI} refuses: clients send such, and servers must answer them.
 */
final class Connection implements Closeable {

    private static final int BUFFER = 16_384;

    private final Address address;
    private final Socket socket;
    private final Duration timeout;
    private final TimedInput in;
    private final ResponseReader responses;
    private boolean used;

    private Connection(Address address, Socket socket, Duration timeout) throws IOException {
        this.address = address;
        this.socket = socket;
        this.timeout = timeout;
        this.in = new TimedInput(socket);
        this.responses = new ResponseReader(new BufferedInputStream(in, BUFFER));
    }

    static Connection open(Address address, Duration timeout) throws IOException {
        Socket plain = new Socket();
        try {
            int millis = Math.toIntExact(timeout.toMillis());
            plain.connect(new InetSocketAddress(address.socketHost(), address.port()), millis);
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(millis);
            return new Connection(address, address.secure() ? secured(plain, address) : plain, timeout);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    private static Socket secured(Socket plain, Address address) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, address.socketHost(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    void send(String target, String userAgent) throws IOException {
        String head = "GET " + address.path() + target + " HTTP/1.1\r\nHost: " + address.hostHeader()
                + "\r\nUser-Agent: " + userAgent + "\r\nAccept: */*\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    Reply receive() throws IOException {
        in.expectWithin(timeout);
        Reply reply = responses.read();
        used = true;
        return reply;
    }

    /** Whether it answered before: such a one may have been closed by a server that waited too long. */
    boolean wasUsed() {
        return used;
    }

    boolean isOver() {
        return responses.wasLast();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
