package dev.rehearsal.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The options of how open the API is.
 *
 * @param anonymousReading whether what Balrog's admin API lets everybody read is read without a token, what is pending
 *     included
 * @param corsOrigins where pages come from that may call the API, such as {@code https://balrog.example}
 * @param publicMaxAge for how long answers of {@code /api/v1} may be kept by whoever passes them on
 */
@ConfigurationProperties("rehearsal.api")
public record ApiOptions(
        @DefaultValue("false") boolean anonymousReading,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("90s") Duration publicMaxAge) {}
