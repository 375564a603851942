package dev.rehearsal.notice.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHostsTest {

    private static final OutgoingHosts HOSTS =
            new OutgoingHosts(List.of("hooks.example.com", "*.chat.example"), false, InetAddress::getAllByName);

    private static OutgoingHosts leadingTo(boolean privateAddresses, String... addresses) {
        return new OutgoingHosts(List.of("hooks.example.com"), privateAddresses, host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int at = 0; at < addresses.length; at++) {
                found[at] = InetAddress.getByName(addresses[at]);
            }
            return found;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/services/1?a=b",
                "https://HOOKS.example.com",
                "https://hooks.example.com:8443/x",
                "https://team.chat.example/hooks/1"
            })
    void aHostOnTheListMayBeAsked(String url) {
        assertThat(HOSTS.problemWith(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "https:///x",
                "hooks.example.com",
                "",
                "https://other.example.com/",
                "https://chat.example/",
                "https://evilchat.example/",
                "https://hooks.example.com.evil.example/",
                "https://hooks.example.com@evil.example/",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com/#here",
                "https://hooks.example.com/ä",
                "https://hooks.example.com/\r\nX: y",
                "https://127.0.0.1/",
                "https://[::1]/"
            })
    void whateverElseIsRefused(String url) {
        assertThat(HOSTS.problemWith(url)).isNotNull();
    }

    @Test
    void withoutAListNoHostMayBeAsked() {
        assertThat(new OutgoingHosts(List.of(), true, InetAddress::getAllByName).problemWith("https://example.com/"))
                .contains("no host is allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void noAddressOfAnOwnNetworkIsAsked(String address) {
        assertThatThrownBy(() -> leadingTo(false, address).address("hooks.example.com"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("rehearsal.notices.private-addresses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00::1"
            })
    void anAddressOfTheInternetIsAsked(String address) throws UnknownHostException {
        assertThat(leadingTo(false, address).address("hooks.example.com")).isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void aNameThatLeadsToOneOfEachIsNotAskedAtAll() {
        assertThatThrownBy(() -> leadingTo(false, "1.1.1.1", "127.0.0.1").address("hooks.example.com"))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theOwnNetworkIsAskedWhereThatIsWanted() throws UnknownHostException {
        assertThat(leadingTo(true, "127.0.0.1").address("hooks.example.com").isLoopbackAddress())
                .isTrue();
    }
}
