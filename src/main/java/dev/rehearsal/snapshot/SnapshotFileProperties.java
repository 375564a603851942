package dev.rehearsal.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says where a node keeps what it serves, to answer from while it starts without its database.
 *
 * @param file one for each node; nothing is kept without it
 * @param every the least time from one writing of it to the next
 */
@ConfigurationProperties("rehearsal.snapshot")
public record SnapshotFileProperties(
        @Nullable Path file, @DefaultValue("5s") Duration every) {}
