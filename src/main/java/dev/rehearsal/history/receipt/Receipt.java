package dev.rehearsal.history.receipt;

import dev.rehearsal.staging.ChangeSetId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the chain.
 *
 * @param number from 1 on, without a gap
 * @param facts the number of what was kept of the enactment
 * @param at when it was made
 * @param payload the statement, as it is signed
 * @param digest the SHA-256 of the payload, which the next one names
 * @param signed null as long as nobody has
 */
public record Receipt(
        long number,
        ReceiptKind kind,
        long facts,
        ChangeSetId set,
        Instant at,
        String payload,
        String digest,
        Envelope.@Nullable Signed signed,
        @Nullable Instant signedAt) {

    /** Returns the end of the chain, which names everything before it. */
    public record Head(long number, String digest) {}

    public boolean isSigned() {
        return signed != null;
    }

    public Envelope envelope() {
        return new Envelope(payload.getBytes(StandardCharsets.UTF_8), signed == null ? List.of() : List.of(signed));
    }
}
