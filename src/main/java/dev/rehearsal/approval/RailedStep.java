package dev.rehearsal.approval;

import dev.rehearsal.blob.Digest;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;

/**
 * A railed step is what guard rails judge: one product on one live channel, as it is and as it would be.
 *
 * @param product as a {@link TestedState} names it
 */
public record RailedStep(String product, String liveChannel, Fingerprint before, Fingerprint after) {

    /** Returns 64 lower-case hex digits that stand for exactly this step. */
    public String digest() {
        return new Digest()
                .add(product)
                .add(liveChannel)
                .add(before.value())
                .add(after.value())
                .hash()
                .value();
    }

    /** Returns how people name it, such as {@code Firefox on release}. */
    public String place() {
        return new ProductChannel(product.equals(ProductChannel.ANY_OTHER) ? null : product, liveChannel).toString();
    }
}
