package dev.rehearsal.history.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An in-toto Statement (v1): what a receipt says.
 *
 * @param number of the receipt, from 1 on
 * @param previous the SHA-256 of the statement before it; null for the first one
 * @param predicate everything that it says, its number and the one before included
 */
record Statement(
        List<Subject> subjects,
        String predicateType,
        long number,
        @Nullable String previous,
        ObjectNode predicate) {

    static final String TYPE = "https://in-toto.io/Statement/v1";

    private static final String WHAT = "the statement";
    private static final Set<String> FIELDS = Set.of("_type", "subject", "predicateType", "predicate");
    private static final Set<String> SUBJECT_FIELDS = Set.of("name", "digest");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    Statement {
        subjects = List.copyOf(subjects);
    }

    /** @param sha256 of the bytes that are downloaded under the name */
    record Subject(String name, String sha256) {}

    /** Returns the bytes that are signed. */
    static byte[] json(List<Subject> subjects, String predicateType, Map<String, ?> predicate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("_type", TYPE);
        json.put(
                "subject",
                subjects.stream()
                        .map(subject -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("name", subject.name());
                            told.put("digest", Map.of("sha256", subject.sha256()));
                            return told;
                        })
                        .toList());
        json.put("predicateType", predicateType);
        json.put("predicate", predicate);
        return JsonMapper.shared().writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    }

    static Statement read(byte[] bytes) throws NoReceiptException {
        ObjectNode json = StrictJson.object(WHAT, bytes);
        StrictJson.allowOnly(WHAT, json, FIELDS);
        String type = StrictJson.text(WHAT, json, "_type");
        if (!type.equals(TYPE)) {
            throw new NoReceiptException("the statement is a '%s', not a %s".formatted(type, TYPE));
        }
        List<Subject> subjects = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode one : StrictJson.list(WHAT, json, "subject")) {
            Subject subject = subject(one);
            if (!names.add(subject.name())) {
                throw new NoReceiptException("two subjects are called '%s'".formatted(subject.name()));
            }
            subjects.add(subject);
        }
        if (subjects.isEmpty()) {
            throw new NoReceiptException("the statement is about nothing: it has no subject");
        }
        String predicateType = StrictJson.text(WHAT, json, "predicateType");
        ObjectNode predicate = StrictJson.objectIn(WHAT, json, "predicate");
        ObjectNode receipt = StrictJson.objectIn("the predicate", predicate, "receipt");
        StrictJson.allowOnly("'receipt'", receipt, Set.of("number", "previous"));
        JsonNode number = receipt.path("number");
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 1) {
            throw new NoReceiptException("'receipt' has no number from 1 on");
        }
        return new Statement(subjects, predicateType, number.asLong(), previous(receipt, number.asLong()), predicate);
    }

    private static Subject subject(JsonNode json) throws NoReceiptException {
        StrictJson.allowOnly("a subject", json, SUBJECT_FIELDS);
        ObjectNode digest = StrictJson.objectIn("a subject", json, "digest");
        StrictJson.allowOnly("the digest of a subject", digest, Set.of("sha256"));
        return new Subject(StrictJson.text("a subject", json, "name"), digest("a subject", digest));
    }

    private static @Nullable String previous(ObjectNode receipt, long number) throws NoReceiptException {
        JsonNode previous = receipt.path("previous");
        if (number == 1 && previous.isNull()) {
            return null;
        }
        if (number == 1) {
            throw new NoReceiptException("receipt 1 names one before it, though it is the first");
        }
        ObjectNode named = StrictJson.objectIn("'receipt'", receipt, "previous");
        StrictJson.allowOnly("'previous'", named, Set.of("sha256"));
        return digest("'previous'", named);
    }

    private static String digest(String what, ObjectNode json) throws NoReceiptException {
        String digest = StrictJson.text(what, json, "sha256");
        if (!DIGEST.matcher(digest).matches()) {
            throw new NoReceiptException("%s has a SHA-256 that is not 64 lower-case hex digits".formatted(what));
        }
        return digest;
    }
}
