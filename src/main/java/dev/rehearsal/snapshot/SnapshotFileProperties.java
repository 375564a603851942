package dev.rehearsal.snapshot;

import dev.rehearsal.serve.NodeRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a node keeps what it serves, to answer from while it starts without its database.
 *
 * @param file one for each node; nothing is kept without it
 * @param every the least time from one writing of it to the next
 */
@ConfigurationProperties("rehearsal.snapshot")
public record SnapshotFileProperties(
        @Nullable Path file, @DefaultValue("5s") Duration every) {

    /** Where a node of this role keeps it; empty if it keeps none. */
    Optional<Path> fileOf(NodeRole role) {
        return Optional.ofNullable(file)
                .filter(path -> !path.toString().isBlank())
                .filter(path -> role.answersClients());
    }

    /** Whether there is a file that a node of this role can start from. */
    public boolean isThere(NodeRole role) {
        return fileOf(role).filter(Files::exists).isPresent();
    }
}
