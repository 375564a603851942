package dev.rehearsal.nodes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from nodes to a database, which can be cut and joined again while the database itself goes on. */
final class Relay implements AutoCloseable {

    private static final Pattern SERVER = Pattern.compile("//[^:/]+:(\\d+)/");

    private final String url;
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    /** @param url of the database itself */
    Relay(String url) throws IOException {
        Matcher server = SERVER.matcher(url);
        if (!server.find()) {
            throw new IllegalArgumentException(url);
        }
        this.target = Integer.parseInt(server.group(1));
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
        this.url = server.replaceFirst("//127.0.0.1:" + port + "/");
    }

    /** For those who are to go this way. */
    String url() {
        return url;
    }

    void cut() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void join() throws IOException {
        entrance = listen(port);
    }

    private ServerSocket listen(int number) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        Thread.startVirtualThread(() -> accept(server));
        return server;
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.startVirtualThread(() -> pass(near, far));
                Thread.startVirtualThread(() -> pass(far, near));
            } catch (IOException e) {
                // It was cut.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has gone.
        }
        open.remove(from);
        open.remove(to);
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
