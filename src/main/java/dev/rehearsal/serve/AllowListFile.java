package dev.rehearsal.serve;

import dev.rehearsal.blob.AllowList;
import dev.rehearsal.blob.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The allow-list that a node is configured with.
 *
 * @param allowList null where none is configured: then every host is allowed
 * @param hash SHA-256 of the file in hex, null likewise
 */
record AllowListFile(
        @Nullable AllowList allowList, @Nullable String hash) {

    /** @throws AllowListFileException if a file is configured, but is not a usable allow-list */
    static AllowListFile load(@Nullable Path file) {
        if (file == null) {
            return new AllowListFile(null, null);
        }
        byte[] content = read(file);
        return new AllowListFile(allowList(file, content), Digest.of(content).value());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new AllowListFileException(
                    "The allow-list " + file.toAbsolutePath()
                            + " that rehearsal.serving.allow-list names does not exist.",
                    e);
        } catch (IOException e) {
            throw new AllowListFileException(
                    "The allow-list " + file.toAbsolutePath() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static AllowList allowList(Path file, byte[] content) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(content);
        } catch (JacksonException e) {
            throw new AllowListFileException(
                    "The allow-list " + file.toAbsolutePath() + " is not valid JSON: " + e.getOriginalMessage() + ".",
                    e);
        }
        AllowList.Reading reading = AllowList.read(json);
        if (!reading.problems().isEmpty()) {
            throw new AllowListFileException("The allow-list " + file.toAbsolutePath()
                    + " cannot be used as it stands: " + reading.problems().getFirst());
        }
        return reading.allowList();
    }
}
