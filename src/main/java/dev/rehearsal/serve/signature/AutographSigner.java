package dev.rehearsal.serve.signature;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has an Autograph server sign. Clients wait for it, so little time is given to it, few requests are made at once, and
 * none for a moment after one has failed.
 */
final class AutographSigner implements Signer {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 2;
    private static final int AT_ONCE = 16;
    private static final long LARGEST_ANSWER = 64 << 10;
    private static final String TYPE = "application/json";

    /** Both become part of a header. */
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{128}");

    private static final Pattern X5U = Pattern.compile("[\\x21-\\x3a\\x3c-\\x7e]{1,2000}");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final URI endpoint;
    private final String keyId;
    private final Hawk hawk;
    private final Clock clock;

    AutographSigner(URI server, String keyId, Hawk hawk, Clock clock) {
        this.endpoint = URI.create(server.toString().replaceFirst("/+$", "") + "/sign/hash");
        this.keyId = keyId;
        this.hawk = hawk;
        this.clock = clock;
    }

    @Override
    public Signed sign(byte[] digest) {
        if (System.nanoTime() - restUntil.get() < 0) {
            throw new SigningException("%s failed a moment ago".formatted(endpoint), null);
        }
        try {
            if (!places.tryAcquire(ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SigningException("%s is too slow for all who wait".formatted(endpoint), null);
            }
            try {
                return ask(digest);
            } catch (SigningException e) {
                restUntil.set(System.nanoTime() + REST.toNanos());
                throw e;
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException("the node ends", e);
        }
    }

    private Signed ask(byte[] digest) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(
                        request(digest),
                        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LARGEST_ANSWER));
                if (answer.statusCode() / 100 == 2) {
                    return read(answer.body());
                }
                if (answer.statusCode() < 500 || attempt == ATTEMPTS) {
                    throw new SigningException("%s answers %d".formatted(endpoint, answer.statusCode()), null);
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new SigningException("%s cannot be reached: %s".formatted(endpoint, e), e);
                }
            }
        }
    }

    private HttpRequest request(byte[] digest) {
        String body = JsonMapper.shared()
                .createArrayNode()
                .add(JsonMapper.shared()
                        .createObjectNode()
                        .put("input", Base64.getEncoder().encodeToString(digest))
                        .put("keyid", keyId))
                .toString();
        byte[] nonce = new byte[9];
        random.nextBytes(nonce);
        return HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER)
                .header("Content-Type", TYPE)
                .header(
                        "Authorization",
                        hawk.header(
                                "POST",
                                endpoint,
                                TYPE,
                                body,
                                clock.instant().getEpochSecond(),
                                HexFormat.of().formatHex(nonce),
                                ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Signed read(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            String signature = answer.path(0).path("signature").asString("");
            String x5u = answer.path(0).path("x5u").asString("");
            if (answer.size() == 1
                    && SIGNATURE.matcher(signature).matches()
                    && X5U.matcher(x5u).matches()) {
                return new Signed(x5u, signature);
            }
        } catch (JacksonException e) {
            throw new SigningException("%s answers no JSON".formatted(endpoint), e);
        }
        throw new SigningException("%s answers something else than one P-384 signature".formatted(endpoint), null);
    }
}
