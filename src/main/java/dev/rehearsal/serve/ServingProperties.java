package dev.rehearsal.serve;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The options of how this node answers update queries.
 *
 * @param allowList a JSON file: host to the products that may be served from it, or to an object of path patterns to
 *     products. Without it every host is allowed
 * @param specialForceHosts beginnings of URLs, scheme included, that are told when a client forced its side of the dice
 * @param testChannels whether mapped test channels are answered; false on public nodes where pending changes are not to
 *     be seen
 */
@ConfigurationProperties("rehearsal.serving")
public record ServingProperties(
        @Nullable Path allowList,
        @DefaultValue List<String> specialForceHosts,
        @DefaultValue("true") boolean testChannels) {}
