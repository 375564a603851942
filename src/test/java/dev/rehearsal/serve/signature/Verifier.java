package dev.rehearsal.serve.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a {@code Content-Signature} as clients do: over the text itself, without what signs it here. */
public final class Verifier {

    private static final Pattern HEADER = Pattern.compile("x5u=([^;]+); p384ecdsa=([A-Za-z0-9_-]{128})");

    private Verifier() {}

    public static boolean accepts(PublicKey key, String header, String body) throws GeneralSecurityException {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        Signature check = Signature.getInstance("SHA384withECDSAinP1363Format");
        check.initVerify(key);
        check.update(("Content-Signature:\0" + body).getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getUrlDecoder().decode(parts.group(2)));
    }
}
