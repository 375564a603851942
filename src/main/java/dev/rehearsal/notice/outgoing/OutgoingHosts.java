package dev.rehearsal.notice.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides where requests may go: to hosts on a list, by https, and to no private address, whatever a name leads to.
 *
 * @param allowed names, or a star and what a name ends with, such as {@code *.example.com}
 * @param option that names them
 * @param privateAddresses whether private addresses may be asked, and by http
 */
public record OutgoingHosts(List<String> allowed, String option, boolean privateAddresses, Names names) {

    private static final String OF_WEBHOOKS = "rehearsal.notices.webhook-hosts";

    private static final int LONGEST = 2_000;
    private static final int MOST_PORT = 65_535;

    public OutgoingHosts {
        allowed = List.copyOf(allowed);
    }

    /** Allows what webhooks may lead to. */
    public OutgoingHosts(List<String> allowed, boolean privateAddresses, Names names) {
        this(allowed, OF_WEBHOOKS, privateAddresses, names);
    }

    /** Looks up what a name leads to. */
    @FunctionalInterface
    public interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Returns what is wrong with this as where requests go, for a person; null if nothing is. */
    public @Nullable String problemWith(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return "must be a URL such as https://hooks.example.com/services/1";
        }
        if (text.length() > LONGEST) {
            return "must be at most %d characters long".formatted(LONGEST);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(privateAddresses && scheme.equals("http"))) {
            return "must begin with https://";
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null || !isAscii(text)) {
            return "must name a host, and neither a user nor a fragment";
        }
        if (url.getPort() == 0 || url.getPort() > MOST_PORT) {
            return "must name a port from 1 to %d, or none".formatted(MOST_PORT);
        }
        if (!isAllowed(url.getHost())) {
            return allowed.isEmpty()
                    ? "leads to %s, but no host is allowed: list it in %s".formatted(url.getHost(), option)
                    : "leads to %s, which is not among %s".formatted(url.getHost(), option);
        }
        return null;
    }

    private boolean isAllowed(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(symbol -> symbol > ' ' && symbol < 127);
    }

    /**
     * Returns the address to connect to, which nobody looks up again: a name may lead elsewhere a moment later.
     *
     * @throws UnknownHostException if there is no such host, or if it may not be asked
     */
    public InetAddress address(String host) throws UnknownHostException {
        InetAddress[] found = names.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        for (InetAddress address : found) {
            if (!privateAddresses && !isPublic(address)) {
                throw new UnknownHostException(
                        "%s leads to %s, a private address: see rehearsal.notices.private-addresses"
                                .formatted(host, address.getHostAddress()));
            }
        }
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        return found[0];
    }

    /** Whether the whole internet can mean this one machine by it. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes, 0);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int second = bytes[from + 1] & 0xff;
        int third = bytes[from + 2] & 0xff;
        boolean reserved = first == 0 || first == 10 || first == 127 || first >= 224;
        boolean own = first == 172 && second >= 16 && second < 32 || first == 192 && second == 168;
        boolean link = first == 169 && second == 254;
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        return !(reserved || own || link || carrier || special);
    }

    /** Only what is given to somebody, without the ways in which an address of the older kind can be written. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = first >= 0x2000 && first < 0x4000;
        boolean sixToFour = first == 0x2002;
        boolean teredoOrSpecial = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return global && !sixToFour && !teredoOrSpecial && !documentation;
    }
}
