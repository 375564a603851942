package dev.rehearsal.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of clients that begin to send something and leave it at that. */
public final class SlowConnections implements AutoCloseable {

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    public SlowConnections(int port) {
        this.port = port;
    }

    /** Opens as many connections as that, each of which sends this text and then nothing. */
    public SlowConnections open(int count, String beginning) {
        try {
            for (int i = 0; i < count; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(socket);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns a request whose body is a thousand bytes long, with the first of them. */
    public static String oneByteOfAThousand(String method, String target, String header) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header + (header.isEmpty() ? "" : "\r\n")
                + "Content-Length: 1000\r\n\r\nx";
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone, as it shall be.
            }
        }
    }
}
