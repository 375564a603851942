package dev.rehearsal.dataset;

import dev.rehearsal.blob.Digest;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A dataset's bytes, hashed while they are read. */
final class HashedStream extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    private HashedStream(InputStream in, MessageDigest digest) {
        super(new DigestInputStream(new BufferedInputStream(in, BUFFER), digest));
        this.digest = digest;
    }

    static HashedStream of(DatasetFile file) {
        return new HashedStream(file.open(), Digest.sha256());
    }

    static String sha256(DatasetFile file) {
        try (HashedStream bytes = of(file)) {
            return bytes.sha256();
        }
    }

    /** Returns the hash of the whole file, in hex; reads what has not been read yet. */
    String sha256() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new DatasetException("The dataset cannot be read to its end: " + e.getMessage() + ".");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Nothing is lost if a file that was read cannot be closed. */
    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new DatasetException("The dataset cannot be closed: " + e.getMessage() + ".");
        }
    }
}
