package dev.rehearsal.serve;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one snapshot by URL: clients of a version ask the same again and again, and while the snapshot stands the
 * answer is the same. What depends on chance must not be kept.
 *
 * <p>Bounded: usually some ten megabytes, never more than fifty. When full it starts anew.
 */
final class AnswerCache {

    private static final int MOST_ANSWERS = 8192;
    private static final int LONGEST_URL = 512;
    private static final int LARGEST_BODY = 4096;

    private volatile @Nullable Generation generation;

    private record Url(String path, @Nullable String query) {}

    private record Generation(Snapshot snapshot, ConcurrentHashMap<Url, WireAnswer> answers) {}

    @Nullable
    WireAnswer find(Snapshot snapshot, String path, @Nullable String query) {
        Generation current = generation;
        return current != null && current.snapshot == snapshot ? current.answers.get(new Url(path, query)) : null;
    }

    void keep(Snapshot snapshot, String path, @Nullable String query, WireAnswer answer) {
        int length = path.length() + (query == null ? 0 : query.length());
        if (length > LONGEST_URL || answer.body().length > LARGEST_BODY) {
            return;
        }
        Generation current = generation;
        if (current == null || current.snapshot != snapshot) {
            current = new Generation(snapshot, new ConcurrentHashMap<>());
            generation = current;
        }
        if (current.answers.mappingCount() >= MOST_ANSWERS) {
            current.answers.clear();
        }
        current.answers.put(new Url(path, query), answer);
    }
}
