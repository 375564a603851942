package dev.rehearsal.snapshot.file;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Digest;
import dev.rehearsal.snapshot.file.FileHead.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that a snapshot is kept in: a line that names the format, the contents of releases, the head, where the head
 * begins (8 bytes), and SHA-256 over all of that. Contents and head are JSON, each packed by gzip.
 *
 * <p>It is written beside its place and put there whole. A content never changes, so one that the last file has is taken
 * from there. Not safe for several threads.
 */
public final class SnapshotFile {

    /** Raised whenever what is written means something else to whoever reads it. */
    static final int FORMAT = 1;

    private static final String NAME = "rehearsal-snapshot ";
    private static final byte[] FIRST_LINE = (NAME + FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int TRAILER = Long.BYTES + DIGEST;

    /** Takes nothing for granted that is not in the file: what another version wrote is refused, not guessed. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path path;
    private final long largest;
    private Map<ContentHash, Content> last = Map.of();

    /** @param largest how many bytes the file may have, to be written or read */
    public SnapshotFile(Path path, long largest) {
        this.path = path.toAbsolutePath();
        this.largest = Math.min(largest, Integer.MAX_VALUE - 8);
    }

    public Path path() {
        return path;
    }

    /**
     * Replaces the file, or leaves it as it was.
     *
     * @param contents what clients may be answered from
     * @param json the JSON of a content, UTF-8; empty where it is not kept, which then is left out
     * @return how many bytes it has
     */
    public long write(
            ServableState state,
            Instant at,
            Collection<ContentHash> contents,
            Function<ContentHash, Optional<byte[]>> json)
            throws IOException {
        Files.createDirectories(path.getParent());
        Path beside = Files.createTempFile(path.getParent(), path.getFileName() + ".", ".new");
        try {
            Map<ContentHash, Content> written = new HashMap<>();
            long size;
            try (DigestedFile out = new DigestedFile(beside, largest);
                    RandomAccessFile before = openLast()) {
                out.write(FIRST_LINE);
                for (ContentHash content : contents) {
                    byte[] packed = packed(content, before, json);
                    if (packed.length > 0) {
                        written.put(content, new Content(content, out.size(), packed.length, hash(packed)));
                        out.write(packed);
                    }
                }
                long head = out.size();
                out.write(packed(JSON.writeValueAsBytes(FileHead.of(
                        state, at.toEpochMilli(), written.values().stream().toList()))));
                out.write(ByteBuffer.allocate(Long.BYTES).putLong(head).array());
                size = out.end();
            }
            Files.setLastModifiedTime(beside, FileTime.from(at));
            replace(beside);
            last = written;
            return size;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Notes that the database is still at the version that was written. */
    public void confirm(Instant at) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(at));
    }

    /**
     * Reads the file as a whole.
     *
     * @throws SnapshotFileException if anything about it is not as it was written
     */
    public KeptSnapshot read() throws SnapshotFileException {
        try {
            long size = Files.size(path);
            if (size > largest) {
                throw refused("has %d bytes, of which %d are taken: a larger heap (-Xmx) takes more", size, largest);
            }
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            return read(Files.readAllBytes(path), modified);
        } catch (IOException e) {
            throw refused("cannot be read: %s", e);
        }
    }

    private KeptSnapshot read(byte[] file, Instant modified) throws SnapshotFileException, IOException {
        checkFormat(file);
        int end = file.length - DIGEST;
        MessageDigest digest = Digest.sha256();
        digest.update(file, 0, Math.max(end, 0));
        if (end < FIRST_LINE.length + Long.BYTES
                || !Arrays.equals(digest.digest(), Arrays.copyOfRange(file, end, file.length))) {
            throw refused("is damaged or cut short: its checksum is wrong");
        }
        FileHead head;
        try {
            int start = Math.toIntExact(
                    ByteBuffer.wrap(file, end - Long.BYTES, Long.BYTES).getLong());
            head = JSON.readValue(unpacked(file, start, end - Long.BYTES - start), FileHead.class);
        } catch (JacksonException | IndexOutOfBoundsException | ArithmeticException e) {
            throw refused("was written by another version of Rehearsal: %s", firstLine(e));
        }
        Map<ContentHash, Content> contents = new HashMap<>();
        head.contents().forEach(content -> contents.put(content.content(), content));
        last = contents;
        Instant written = Instant.ofEpochMilli(head.at());
        return new KeptSnapshot(
                head.state(), modified.isAfter(written) ? modified : written, new FileContents(file, contents));
    }

    private void checkFormat(byte[] file) throws SnapshotFileException {
        if (Arrays.mismatch(file, FIRST_LINE) >= FIRST_LINE.length || Arrays.equals(file, FIRST_LINE)) {
            return;
        }
        String line = new String(file, 0, Math.min(file.length, 2 * FIRST_LINE.length), StandardCharsets.ISO_8859_1);
        if (line.matches("(?s)" + NAME + "\\d+\n.*")) {
            throw refused(
                    "has format %s, of which this version of Rehearsal reads %d",
                    line.substring(NAME.length(), line.indexOf('\n')), FORMAT);
        }
        throw refused("is no snapshot of Rehearsal, or its beginning is damaged");
    }

    private SnapshotFileException refused(String why, Object... details) {
        return new SnapshotFileException("The snapshot file %s %s.".formatted(path, why.formatted(details)));
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private byte[] packed(
            ContentHash content, @Nullable RandomAccessFile before, Function<ContentHash, Optional<byte[]>> json)
            throws IOException {
        Content known = last.get(content);
        if (known != null && before != null && known.offset() + known.length() <= before.length()) {
            byte[] packed = new byte[known.length()];
            before.seek(known.offset());
            before.readFully(packed);
            // A disk may have changed it meanwhile, which a new checksum must not hide.
            if (hash(packed).equals(known.hash())) {
                return packed;
            }
        }
        Optional<byte[]> found = json.apply(content);
        return found.isPresent() ? packed(found.get()) : new byte[0];
    }

    private @Nullable RandomAccessFile openLast() throws IOException {
        return last.isEmpty() || !Files.exists(path) ? null : new RandomAccessFile(path.toFile(), "r");
    }

    private void replace(Path beside) throws IOException {
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("files cannot be replaced as a whole there", e);
        }
    }

    private static String hash(byte[] bytes) {
        return Digest.of(bytes).value();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] unpacked(byte[] file, int offset, int length) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file, offset, length), 1 << 16)) {
            return in.readAllBytes();
        }
    }
}
