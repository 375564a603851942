package dev.rehearsal.history.receipt;

import org.jspecify.annotations.Nullable;

/**
 * The state of receipts: how they are kept.
 *
 * @param key the SHA-256 of the public key that signs; null where none is configured
 * @param trouble why it could not sign the last time; null while it can
 * @param waiting how many enactments have no receipt yet
 * @param unsigned how many receipts nobody has signed
 */
public record ReceiptState(@Nullable String key, @Nullable String trouble, long waiting, long unsigned) {}
