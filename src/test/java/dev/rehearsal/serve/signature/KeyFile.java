package dev.rehearsal.serve.signature;

import dev.rehearsal.serve.signature.SignatureProperties.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key for tests, and the file that it is in. */
public record KeyFile(KeyPair pair, Path pem) {

    public static KeyFile in(Path folder, String curve) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        Path pem = folder.resolve(curve + ".pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return new KeyFile(pair, pem);
    }

    public Key key() {
        return new Key(pem, null, null, null, "https://certificates.example/chain", null, null, null, null);
    }
}
