package dev.rehearsal.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network by which a caller's address is counted: an IPv4 address, or the half of an IPv6 address that one
 * subscriber is given.
 */
final class Network {

    private static final int SUBSCRIBER_BYTES = 8;
    private static final int LONGEST = 60;

    private Network() {}

    static String of(String address) {
        if (address.indexOf(':') >= 0) {
            try {
                if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                    return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES)) + "/64";
                }
            } catch (IllegalArgumentException e) {
                // Counted as it is written.
            }
        }
        return address.substring(0, Math.min(address.length(), LONGEST));
    }
}
