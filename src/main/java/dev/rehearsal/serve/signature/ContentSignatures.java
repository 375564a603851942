package dev.rehearsal.serve.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives answers their {@code Content-Signature}, of products that are to have one. The same text is signed once in an
 * hour, so that a chain of certificates that was renewed is told soon. Safe for use by many threads.
 */
public final class ContentSignatures implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSignatures.class);

    /** Keeps what is signed here apart from what the same key may sign elsewhere. */
    private static final byte[] PREFIX = "Content-Signature:\0".getBytes(StandardCharsets.US_ASCII);

    /** As in Balrog. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final long MOST_BYTES = 32L << 20;

    /** About what an entry takes besides the text. */
    private static final int OVERHEAD = 500;

    private final Map<String, Signer> products = new HashMap<>();
    private final @Nullable Signer json;
    private final Clock clock;
    private final Cache<Text, ContentSignature> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Text text, ContentSignature signature) -> text.body.length + OVERHEAD)
            .expireAfterWrite(KEPT)
            .build();
    private final LongAdder made = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Map<Signer, Failure> failing = new ConcurrentHashMap<>();

    /**
     * A text that was signed, with the key. It is found by its bytes: to take a digest of what is signed already costs
     * too much.
     */
    private static final class Text {

        private final Signer signer;
        private final byte[] body;
        private final int hash;

        Text(Signer signer, byte[] body) {
            this.signer = signer;
            this.body = body;
            this.hash = 31 * System.identityHashCode(signer) + Arrays.hashCode(body);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text text && signer == text.signer && Arrays.equals(body, text.body);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record Failure(Instant since, String why) {}

    /** @throws SignatureKeyException if a key that is configured cannot be used */
    public ContentSignatures(SignatureProperties properties, Clock clock) {
        this.clock = clock;
        properties
                .products()
                .forEach((product, key) ->
                        products.put(product, Signers.signer("rehearsal.signature.products." + product, key, clock)));
        this.json =
                properties.json() == null ? null : Signers.signer("rehearsal.signature.json", properties.json(), clock);
    }

    /**
     * @param header the value of {@code Content-Signature}
     * @param until by {@link System#nanoTime()}: when it is to be made anew
     */
    public record ContentSignature(String header, long until) {

        public boolean isFresh(long nanos) {
            return nanos - until < 0;
        }
    }

    /**
     * Signs an XML answer that is no error.
     *
     * @return null for a product whose answers are not signed
     * @throws SigningException if it should be signed and cannot be
     */
    public @Nullable ContentSignature ofXml(String product, byte[] body) {
        Signer signer = products.isEmpty() ? null : products.get(product);
        return signer == null ? null : signature(signer, body);
    }

    /** Signs JSON of any product as {@link #ofXml} signs XML. */
    public @Nullable ContentSignature ofJson(byte[] body) {
        return json == null ? null : signature(json, body);
    }

    /** Since when no signature could be made, and why; empty while all is well. */
    public Optional<String> problem() {
        return failing.values().stream()
                .map(failure -> "answers cannot be signed since %s: %s".formatted(failure.since(), failure.why()))
                .findAny();
    }

    private ContentSignature signature(Signer signer, byte[] body) {
        return kept.get(new Text(signer, body), text -> sign(signer, digest(text.body)));
    }

    private ContentSignature sign(Signer signer, byte[] digest) {
        try {
            String header = signer.sign(digest).header();
            made.increment();
            if (failing.remove(signer) != null) {
                LOG.info("Answers are signed again");
            }
            return new ContentSignature(header, System.nanoTime() + TimeUnit.HOURS.toNanos(KEPT.toHours()));
        } catch (SigningException e) {
            failed.increment();
            Failure first = new Failure(clock.instant(), String.valueOf(e.getMessage()));
            if (failing.putIfAbsent(signer, first) == null) {
                LOG.error("Answers that should be signed are answered with 500: {}", e.getMessage());
            }
            throw e;
        }
    }

    private static byte[] digest(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            digest.update(PREFIX);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-384", e);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Map.of("made", made, "failed", failed)
                .forEach((outcome, count) -> FunctionCounter.builder("rehearsal.signatures", count, LongAdder::sum)
                        .tag("outcome", outcome)
                        .description("Signatures that were made anew, and attempts that failed.")
                        .register(registry));
    }
}
