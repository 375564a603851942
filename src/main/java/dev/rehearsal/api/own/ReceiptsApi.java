package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.history.receipt.Envelope;
import dev.rehearsal.history.receipt.PublishedKey;
import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.ReceiptState;
import dev.rehearsal.history.receipt.Receipts;
import dev.rehearsal.history.receipt.SubjectFile;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.EpochMillis;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives receipts of enacted sets, the bytes that they are about, and the keys that check them. */
@RestController
@RequestMapping("/api/receipts")
class ReceiptsApi {

    private static final MediaType PEM = new MediaType("application", "x-pem-file");

    private final Receipts receipts;

    ReceiptsApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable Long change_set,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int limit) {
        Paging paging = new Paging(page, limit);
        Page<Receipt> found = change_set == null
                ? receipts.page(paging)
                : Page.of(receipts.of(new ChangeSetId(change_set)).reversed(), paging);
        return HistoryJson.page("receipts", found.map(ReceiptsApi::json));
    }

    /** Answers with nothing in its fields before the first receipt. */
    @GetMapping("/head")
    Map<String, @Nullable Object> head() {
        Receipt.Head head = receipts.head().orElse(null);
        ReceiptState state = receipts.state();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", head == null ? null : head.number());
        json.put("sha256", head == null ? null : head.digest());
        json.put("key_id", state.key());
        json.put("unsigned", state.unsigned());
        json.put("waiting", state.waiting());
        json.put("trouble", state.trouble());
        return json;
    }

    @GetMapping("/keys")
    Map<String, Object> keys() {
        return HistoryJson.list(
                "keys", receipts.keys().stream().map(ReceiptsApi::json).toList());
    }

    @GetMapping("/keys/{id}.pem")
    ResponseEntity<byte[]> key(@PathVariable String id) {
        PublishedKey key = receipts.keys().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("no key '%s' ever signed a receipt".formatted(id)));
        return file(
                "receipts-%s.pem".formatted(id.substring(0, 8)), PEM, key.pem().getBytes(StandardCharsets.US_ASCII));
    }

    /** The envelope, byte for byte as anybody checks it. */
    @GetMapping("/{number}")
    ResponseEntity<byte[]> get(@PathVariable long number) {
        return file(
                "receipt-%d.json".formatted(number),
                MediaType.APPLICATION_JSON,
                receipts.get(number).envelope().json());
    }

    /** Bytes that the receipt has the SHA-256 of. */
    @GetMapping("/{number}/subjects/{name}")
    ResponseEntity<byte[]> subject(
            @AuthenticationPrincipal Actor reader, @PathVariable long number, @PathVariable String name) {
        SubjectFile subject = receipts.subject(reader, number, name);
        return file(subject.name(), MediaType.APPLICATION_JSON, subject.bytes());
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private static Map<String, @Nullable Object> json(Receipt receipt) {
        Envelope.Signed signed = receipt.signed();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", receipt.number());
        json.put("kind", receipt.kind().wireName());
        json.put("change_set", receipt.set().value());
        json.put("at", receipt.at().toEpochMilli());
        json.put("sha256", receipt.digest());
        json.put("key_id", signed == null ? null : signed.keyId());
        json.put("signed_at", EpochMillis.of(receipt.signedAt()));
        return json;
    }

    private static Map<String, @Nullable Object> json(PublishedKey key) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key_id", key.id());
        json.put("algorithm", key.algorithm());
        json.put("public_key", key.pem());
        json.put("from", key.from().toEpochMilli());
        json.put("until", EpochMillis.of(key.until()));
        return json;
    }
}
