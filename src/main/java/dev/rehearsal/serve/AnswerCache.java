package dev.rehearsal.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one snapshot by URL: clients of a version ask the same again and again, and while the snapshot stands the
 * answer is the same. What depends on chance must not be kept.
 *
 * <p>Bounded by what it weighs; when it is full, what is seldom asked goes first.
 */
final class AnswerCache {

    private static final long MOST_BYTES = 32L << 20;

    /** About what an entry takes besides the URL and the body. */
    private static final int OVERHEAD = 300;

    private static final int LONGEST_URL = 512;
    private static final int LARGEST_BODY = 4096;

    private volatile @Nullable Generation generation;

    private record Url(String path, @Nullable String query) {

        int length() {
            return path.length() + (query == null ? 0 : query.length());
        }
    }

    private record Generation(Snapshot snapshot, Cache<Url, WireAnswer> answers) {

        static Generation of(Snapshot snapshot) {
            return new Generation(
                    snapshot,
                    Caffeine.newBuilder()
                            .maximumWeight(MOST_BYTES)
                            .weigher((Url url, WireAnswer answer) -> url.length() + answer.weight() + OVERHEAD)
                            .build());
        }
    }

    @Nullable
    WireAnswer find(Snapshot snapshot, String path, @Nullable String query) {
        Generation current = generation;
        return current != null && current.snapshot == snapshot
                ? current.answers.getIfPresent(new Url(path, query))
                : null;
    }

    void keep(Snapshot snapshot, String path, @Nullable String query, WireAnswer answer) {
        Url url = new Url(path, query);
        if (url.length() > LONGEST_URL || answer.body().length > LARGEST_BODY) {
            return;
        }
        Generation current = generation;
        if (current == null || current.snapshot != snapshot) {
            current = Generation.of(snapshot);
            generation = current;
        }
        current.answers.put(url, answer.repeatable());
    }
}
