package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DSSE envelope (protocol 1.0.2) with an in-toto statement in it. It is written in one line without blanks and read in one
 * way only, so that no byte of it can be another one unnoticed.
 */
public final class Envelope {

    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final String WHAT = "the envelope";
    private static final Set<String> FIELDS = Set.of("payloadType", "payload", "signatures");
    private static final Set<String> SIGNATURE_FIELDS = Set.of("keyid", "sig");

    private final byte[] payload;
    private final List<Signed> signatures;

    /** @param signatures none for a receipt that nobody has signed yet */
    public Envelope(byte[] payload, List<Signed> signatures) {
        this.payload = payload.clone();
        this.signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param keyId the SHA-256 of the public key, as {@link VerificationKey#id} has it
     * @param signature in Base64
     */
    public record Signed(String keyId, String signature) {}

    public byte[] payload() {
        return payload.clone();
    }

    public List<Signed> signatures() {
        return signatures;
    }

    /** Returns what the receipt after this one names: the SHA-256 of the payload, whoever signs it and when. */
    public String digest() {
        return Digest.of(payload).value();
    }

    /** Returns what is signed: the pre-authentication encoding of the payload and its type. */
    static byte[] signedBytes(byte[] payload) {
        byte[] type = PAYLOAD_TYPE.getBytes(StandardCharsets.UTF_8);
        byte[] head = "DSSEv1 %d %s %d "
                .formatted(type.length, PAYLOAD_TYPE, payload.length)
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    public byte[] json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("payloadType", PAYLOAD_TYPE);
        json.put("payload", Base64.getEncoder().encodeToString(payload));
        ArrayNode all = json.putArray("signatures");
        signatures.forEach(one -> all.addObject().put("keyid", one.keyId()).put("sig", one.signature()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Envelope read(byte[] bytes) throws NoReceiptException {
        ObjectNode json = StrictJson.object(WHAT, bytes);
        StrictJson.allowOnly(WHAT, json, FIELDS);
        String type = StrictJson.text(WHAT, json, "payloadType");
        if (!type.equals(PAYLOAD_TYPE)) {
            throw new NoReceiptException("the payload is of type '%s', not %s".formatted(type, PAYLOAD_TYPE));
        }
        byte[] payload = decoded("the payload", StrictJson.text(WHAT, json, "payload"));
        List<Signed> signatures = new ArrayList<>();
        for (JsonNode one : StrictJson.list(WHAT, json, "signatures")) {
            StrictJson.allowOnly("a signature", one, SIGNATURE_FIELDS);
            Signed signed = new Signed(
                    StrictJson.text("a signature", one, "keyid"), StrictJson.text("a signature", one, "sig"));
            decoded("a signature", signed.signature());
            signatures.add(signed);
        }
        return new Envelope(payload, signatures);
    }

    /** Takes only the one Base64 that bytes have: others differ in bits that say nothing. */
    static byte[] decoded(String what, String base64) throws NoReceiptException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrong) {
            throw new NoReceiptException(what + " is no Base64", wrong);
        }
        throw new NoReceiptException(what + " is not in the Base64 that its bytes have");
    }
}
