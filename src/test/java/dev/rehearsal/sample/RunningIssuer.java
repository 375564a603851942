package dev.rehearsal.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real issuer of OpenID Connect, with accounts and keys that a test sets. It asks for a name and no password, and heeds
 * {@code prompt} and {@code max_age}.
 */
public final class RunningIssuer implements AutoCloseable {

    /** What tokens for the API are made for. */
    public static final String AUDIENCE = "https://rehearsal.example/api";

    public static final String CLIENT = "rehearsal";
    public static final String SECRET = "a-secret-of-the-client";

    private final int port;
    private final Map<String, Map<String, Object>> accounts = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();
    private volatile @Nullable ConfigurableApplicationContext application;
    private volatile long ageOfSignIns;
    private volatile String redirectTo = "";

    private RunningIssuer(int port) {
        this.port = port;
    }

    /** One that does not run yet, on a port that is free. */
    public static RunningIssuer away() {
        try (ServerSocket free = new ServerSocket(0)) {
            return new RunningIssuer(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of an application that trusts it. */
    public String[] options(String... more) {
        String[] ours = {
            "--rehearsal.oidc.issuer=" + url(),
            "--rehearsal.oidc.client-id=" + CLIENT,
            "--rehearsal.oidc.client-secret=" + SECRET,
            "--rehearsal.oidc.audience=" + AUDIENCE
        };
        String[] all = new String[ours.length + more.length];
        System.arraycopy(ours, 0, all, 0, ours.length);
        System.arraycopy(more, 0, all, ours.length, more.length);
        return all;
    }

    /** @param application where browsers are sent back to */
    public void start(String application) {
        close();
        redirectTo = application;
        this.application = new SpringApplicationBuilder(IssuerApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> context.getBeanFactory().registerSingleton("runningIssuer", this))
                .properties("spring.jmx.enabled=false")
                .run(
                        "--server.port=" + port,
                        "--server.servlet.session.cookie.name=ISSUER",
                        "--logging.level.dev.rehearsal=warn");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Makes an account, by its subject, of which the issuer says these. */
    public void account(String subject, Map<String, Object> claims) {
        accounts.put(subject, claims);
    }

    /** An account with an e-mail address that the issuer vouches for. */
    public void verified(String subject, String email) {
        account(subject, Map.of("email", email, "email_verified", true));
    }

    Map<String, Object> claims(String subject) {
        return accounts.getOrDefault(subject, Map.of());
    }

    /** Says of all sign-ins from now on that they were so many seconds ago. */
    public void signInsAre(long secondsAgo) {
        ageOfSignIns = secondsAgo;
    }

    Instant signIn() {
        return Instant.now().minusSeconds(ageOfSignIns);
    }

    String redirectTo() {
        return redirectTo;
    }

    JWKSet keys() {
        return new JWKSet(key);
    }

    /** Signs with another key from now on, and shows no other. */
    public void changeKeys() {
        key = newKey();
    }

    /** A token for the API, good for five minutes, but for what is changed. */
    public String token(String subject, Consumer<JWTClaimsSet.Builder> changed) {
        return signed(JWSAlgorithm.RS256, key.getKeyID(), claims(subject, changed), rsa(key));
    }

    /** Such a token, signed with a key that is not this issuer's, but says to be. */
    public String forged(String subject) {
        return signed(JWSAlgorithm.RS256, key.getKeyID(), claims(subject, claims -> {}), rsa(newKey()));
    }

    /** Such a token, signed with a key that the issuer does not show. */
    public String ofUnknownKey(String subject) {
        return signed(JWSAlgorithm.RS256, UUID.randomUUID().toString(), claims(subject, claims -> {}), rsa(newKey()));
    }

    /** Such a token, by an algorithm that takes the public key for a secret that both sides share. */
    public String withPublicKeyAsSecret(String subject) {
        try {
            byte[] shown = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            return signed(JWSAlgorithm.HS256, key.getKeyID(), claims(subject, claims -> {}), new MACSigner(shown));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such a token, without any signature. */
    public String unsigned(String subject) {
        return new PlainJWT(claims(subject, claims -> {})).serialize();
    }

    private JWTClaimsSet claims(String subject, Consumer<JWTClaimsSet.Builder> changed) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(AUDIENCE)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        changed.accept(claims);
        return claims.build();
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ConfigurableApplicationContext running = application;
        if (running != null) {
            running.close();
        }
    }
}
