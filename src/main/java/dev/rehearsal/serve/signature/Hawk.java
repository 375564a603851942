package dev.rehearsal.serve.signature;

import dev.rehearsal.blob.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code Authorization} header of Hawk (SHA-256): proves that a request comes from who knows a secret. */
final class Hawk {

    private static final String MAC = "HmacSHA256";

    private final String user;
    private final String secret;

    Hawk(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /**
     * @param type of the body, without parameters
     * @param time in seconds
     * @param nonce never given twice in a second
     * @param ext whatever the two sides have agreed on; empty for nothing
     */
    String header(String method, URI uri, String type, String body, long time, String nonce, String ext) {
        String hash = hash("hawk.1.payload\n" + type + "\n" + body + "\n");
        String query = uri.getRawQuery();
        String signed = String.join(
                        "\n",
                        "hawk.1.header",
                        Long.toString(time),
                        nonce,
                        method,
                        uri.getRawPath() + (query == null ? "" : "?" + query),
                        uri.getHost().toLowerCase(Locale.ROOT),
                        Integer.toString(port(uri)),
                        hash,
                        ext)
                + "\n";
        return "Hawk id=\"%s\", ts=\"%d\", nonce=\"%s\", hash=\"%s\"%s, mac=\"%s\""
                .formatted(user, time, nonce, hash, ext.isEmpty() ? "" : ", ext=\"" + ext + "\"", mac(signed));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
