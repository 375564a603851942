package dev.rehearsal.history.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key that signs receipts, or did.
 *
 * @param pem as a file holds it
 * @param until when another one took its place; null for the one that signs now
 */
public record PublishedKey(
        String id,
        String algorithm,
        String pem,
        Instant from,
        @Nullable Instant until) {}
