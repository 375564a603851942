package dev.rehearsal.snapshot;

import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.snapshot.file.KeptSnapshot;
import dev.rehearsal.snapshot.file.SnapshotFile;
import dev.rehearsal.snapshot.file.SnapshotFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The file of this node, if it keeps one. It can be read while the rest of the node is being set up. */
@Component
@EnableConfigurationProperties(SnapshotFileProperties.class)
public class KeptFile {

    /** The file is read as a whole: beside it the compiled releases have to fit. */
    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 4;

    private final @Nullable SnapshotFile file;
    private @Nullable CompletableFuture<Reading> reading;

    private record Reading(
            @Nullable KeptSnapshot kept, @Nullable SnapshotFileException refusal) {}

    KeptFile(SnapshotFileProperties properties, @Value(NodeRole.OPTION) NodeRole role) {
        Path path = properties.file();
        this.file = path == null || path.toString().isBlank() || !role.answersClients()
                ? null
                : new SnapshotFile(path, LARGEST);
    }

    Optional<SnapshotFile> file() {
        return Optional.ofNullable(file);
    }

    /** Whether there is something to start from. */
    public boolean isThere() {
        return file != null && Files.exists(file.path());
    }

    /** Reads it in the background, for whoever asks for it later. */
    public synchronized void beginToRead() {
        SnapshotFile known = file;
        if (known != null) {
            reading = CompletableFuture.supplyAsync(
                    () -> read(known), Thread.ofPlatform().daemon().name("snapshot-file-reading")::start);
        }
    }

    /** Returns what it holds, once. */
    synchronized KeptSnapshot take() throws SnapshotFileException {
        if (reading == null) {
            beginToRead();
        }
        Reading read = reading == null ? new Reading(null, null) : reading.join();
        reading = null;
        if (read.refusal() != null) {
            throw read.refusal();
        }
        return Objects.requireNonNull(read.kept(), "no file is kept");
    }

    private static Reading read(SnapshotFile file) {
        try {
            return new Reading(file.read(), null);
        } catch (SnapshotFileException e) {
            return new Reading(null, e);
        }
    }
}
