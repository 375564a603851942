package dev.rehearsal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What signing costs the update path: two applications with the same tables in one process, one of which signs all answers
 * for Firefox by a key of its own, asked in turns for the same URLs again and again.
 */
public final class SignatureRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 30;

    private SignatureRun() {}

    public static void main(String[] arguments) throws Exception {
        Path key = key();
        try (ConfigurableApplicationContext plain = TwoServers.start("plain");
                ConfigurableApplicationContext signing = TwoServers.start(
                        "signing",
                        "--rehearsal.signature.products.Firefox.pem=" + key,
                        "--rehearsal.signature.products.Firefox.x5u=https://certificates.example/chain")) {
            List<String> urls = new LoadedTables(plain).fill(RULES, RELEASES);
            new LoadedTables(signing).fill(RULES, RELEASES);
            new TwoServers(plain, signing).compare("signed against unsigned, asked again", () -> urls);
        }
    }

    private static Path key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        return Files.writeString(
                Files.createTempFile("key", ".pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
