package dev.rehearsal.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits to how often something may be asked for; 0 for as often as one likes. Each node counts for itself. Update
 * URLs are never counted.
 *
 * @param apiPerSecond requests of one API token, or of one address without a good token, in the long run
 * @param apiBurst how many of these may come at once after a rest
 * @param loginFailuresPerMinute wrong passwords for one name, and from one address
 */
@ConfigurationProperties("rehearsal.limits")
public record Limits(
        @DefaultValue("200") int apiPerSecond,
        @DefaultValue("2000") int apiBurst,
        @DefaultValue("5") int loginFailuresPerMinute) {}
