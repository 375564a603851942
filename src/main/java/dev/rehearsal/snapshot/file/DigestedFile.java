package dev.rehearsal.snapshot.file;

import dev.rehearsal.blob.Digest;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file that is written once from its beginning to its end, which is the SHA-256 of all before it; of bounded size. */
final class DigestedFile implements AutoCloseable {

    private final FileOutputStream file;
    private final OutputStream out;
    private final MessageDigest digest = Digest.sha256();
    private final long largest;
    private long size;

    DigestedFile(Path path, long largest) throws IOException {
        this.file = new FileOutputStream(path.toFile());
        this.out = new BufferedOutputStream(file, 1 << 16);
        this.largest = largest;
    }

    long size() {
        return size;
    }

    void write(byte[] bytes) throws IOException {
        digest.update(bytes);
        append(bytes);
    }

    /** Ends it and waits until the disk has it. */
    long end() throws IOException {
        append(digest.digest());
        out.flush();
        file.getChannel().force(true);
        return size;
    }

    private void append(byte[] bytes) throws IOException {
        size += bytes.length;
        if (size > largest) {
            throw new IOException(
                    "it would have more than the %d bytes that this heap (-Xmx) lets it have".formatted(largest));
        }
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
