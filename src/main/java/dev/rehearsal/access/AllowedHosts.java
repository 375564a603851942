package dev.rehearsal.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hosts by whose names screens and API may be asked.
 *
 * @param hosts names without a port; none for whatever is asked for
 */
@ConfigurationProperties("rehearsal")
public record AllowedHosts(@DefaultValue Set<String> hosts) {

    public AllowedHosts {
        hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(String host) {
        return hosts.isEmpty() || hosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
