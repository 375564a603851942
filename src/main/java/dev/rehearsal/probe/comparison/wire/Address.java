package dev.rehearsal.probe.comparison.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Says where a server is asked.
 *
 * @param path stands before every target; empty, or with a slash at its start and none at its end
 */
public record Address(boolean secure, String host, int port, String path) {

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    public static Address of(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("'" + url + "' is no URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no URL of a server: it is like https://aus5.example.org");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "'" + url + "' holds more than a server and a path: leave out a name, a query and a fragment");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Address(secure, uri.getHost(), port, uri.getRawPath().replaceFirst("/+$", ""));
    }

    /** As a {@code Host} header has it. */
    String hostHeader() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    /** The name as sockets take it: an IPv6 address without brackets. */
    String socketHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + hostHeader() + path;
    }
}
