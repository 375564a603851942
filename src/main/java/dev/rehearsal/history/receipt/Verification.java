package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks one receipt with what somebody has at hand, without the installation that wrote it. Pure. */
final class Verification {

    private static final Set<String> TYPES =
            Set.of(ReceiptKind.ENACTED.predicateType(), ReceiptKind.AFTER_AN_HOUR.predicateType());

    private final List<VerificationKey> keys;
    private final Map<String, byte[]> files;
    private final byte @Nullable [] previous;
    private final List<String> good = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param files that are said to be its subjects, by the names of the files
     * @param previous the receipt that is said to be the one before; null for none
     */
    Verification(List<VerificationKey> keys, Map<String, byte[]> files, byte @Nullable [] previous) {
        this.keys = List.copyOf(keys);
        this.files = files;
        this.previous = previous;
    }

    /**
     * The findings of a verification, in sentences.
     *
     * @param wrong empty where the receipt verifies
     */
    record Findings(List<String> good, List<String> wrong) {

        Findings {
            good = List.copyOf(good);
            wrong = List.copyOf(wrong);
        }

        boolean verifies() {
            return wrong.isEmpty();
        }
    }

    Findings of(byte[] receipt) {
        try {
            Envelope envelope = Envelope.read(receipt);
            checkSignatures(envelope);
            Statement statement = Statement.read(envelope.payload());
            checkPredicate(statement);
            checkSubjects(statement);
            checkPrevious(statement);
        } catch (NoReceiptException no) {
            wrong.add(no.sentence());
        }
        return new Findings(good, wrong);
    }

    private void checkSignatures(Envelope envelope) throws NoReceiptException {
        if (envelope.signatures().isEmpty()) {
            wrong.add("it is not signed: whoever keeps it could have written another one in its place");
        }
        byte[] signed = Envelope.signedBytes(envelope.payload());
        for (Envelope.Signed one : envelope.signatures()) {
            byte[] signature = Envelope.decoded("a signature", one.signature());
            List<VerificationKey> named =
                    keys.stream().filter(key -> key.id().equals(one.keyId())).toList();
            if (named.isEmpty()) {
                wrong.add("it is signed by the key '%s', and none that was given is that one".formatted(one.keyId()));
            } else if (named.getFirst().hasSigned(signed, signature)) {
                good.add("it is signed by the key %s (%s)"
                        .formatted(one.keyId(), named.getFirst().algorithm()));
            } else {
                wrong.add("the signature by the key %s is not one of this statement".formatted(one.keyId()));
            }
        }
    }

    private void checkPredicate(Statement statement) throws NoReceiptException {
        if (!TYPES.contains(statement.predicateType())) {
            throw new NoReceiptException("the statement is of the type '%s', which nobody knows here: %s"
                    .formatted(statement.predicateType(), "a newer version may"));
        }
        JsonNode predicate = statement.predicate();
        String time = StrictJson.text("the predicate", predicate, "timeVerified");
        try {
            if (!time.endsWith("Z")) {
                throw new DateTimeParseException("no Z", time, time.length());
            }
            Instant.parse(time);
        } catch (DateTimeParseException no) {
            throw new NoReceiptException("'timeVerified' is no time such as 2026-12-01T10:00:00Z", no);
        }
        good.add("it is receipt %d, about %s at %s"
                .formatted(statement.number(), StrictJson.text("the predicate", predicate, "resourceUri"), time));
        Set<String> unknown = new TreeSet<>(predicate.propertyNames());
        unknown.removeAll(Predicate.FIELDS);
        if (!unknown.isEmpty()) {
            good.add("it says something in fields that are not known here: " + String.join(", ", unknown));
        }
        JsonNode result = predicate.path("verificationResult");
        if (result.isString() && result.asString().equals(Predicate.FAILED)) {
            good.add("what it is about went live although something stood in the way: see breakGlass in it");
        }
    }

    private void checkSubjects(Statement statement) {
        Set<String> seen = new HashSet<>();
        files.forEach((name, bytes) -> {
            String digest = Digest.of(bytes).value();
            List<String> same = statement.subjects().stream()
                    .filter(subject -> subject.sha256().equals(digest))
                    .map(Statement.Subject::name)
                    .toList();
            if (same.isEmpty()) {
                wrong.add("the file '%s' is none of its subjects (%s)"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        statement.subjects().stream()
                                                .map(Statement.Subject::name)
                                                .toList())));
            } else {
                good.add("the file '%s' is its subject %s".formatted(name, String.join(", ", same)));
            }
            seen.addAll(same);
        });
        statement.subjects().stream()
                .filter(subject -> !seen.contains(subject.name()))
                .forEach(subject -> good.add("not looked at: its subject %s, with the SHA-256 %s"
                        .formatted(subject.name(), subject.sha256())));
    }

    private void checkPrevious(Statement statement) throws NoReceiptException {
        String named = statement.previous();
        if (previous == null) {
            good.add(
                    named == null
                            ? "it is the first of its chain"
                            : "not looked at: the receipt before it, with the SHA-256 " + named);
            return;
        }
        Envelope before;
        Statement said;
        try {
            before = Envelope.read(previous);
            said = Statement.read(before.payload());
        } catch (NoReceiptException no) {
            throw new NoReceiptException("of the receipt before it: " + no.sentence(), no);
        }
        if (Objects.equals(named, before.digest()) && said.number() == statement.number() - 1) {
            good.add("it follows receipt %d".formatted(said.number()));
        } else {
            wrong.add("it does not follow receipt %d, which was given as the one before it: it names %s"
                    .formatted(said.number(), named == null ? "none" : "another one, with the SHA-256 " + named));
        }
    }
}
