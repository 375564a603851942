package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes that a receipt is about, under the name by which they are downloaded.
 *
 * @param bytes of which the receipt holds the SHA-256
 */
public record SubjectFile(String name, byte[] bytes) {

    private static final String ENACTED = "enacted.json";
    private static final String SIGNED_ITEMS = "signed-items.json";

    static List<SubjectFile> of(NewFacts facts) {
        return List.of(
                new SubjectFile(ENACTED, facts.enacted().getBytes(StandardCharsets.UTF_8)),
                new SubjectFile(SIGNED_ITEMS, facts.signedItems().getBytes(StandardCharsets.UTF_8)));
    }

    static SubjectFile of(Receipt first) {
        return new SubjectFile(statementOf(first.number()), first.payload().getBytes(StandardCharsets.UTF_8));
    }

    static String statementOf(long number) {
        return "statement-%d.json".formatted(number);
    }

    Statement.Subject subject() {
        return new Statement.Subject(name, Digest.of(bytes).value());
    }

    /** Whether it tells what somebody may do, where its set is about people. */
    boolean tellsOfPeople() {
        return name.equals(SIGNED_ITEMS);
    }
}
