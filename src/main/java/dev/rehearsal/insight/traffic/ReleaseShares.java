package dev.rehearsal.insight.traffic;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.serve.impact.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shares of requests that get each release in one state, no update, or an error.
 *
 * @param parts the largest first; none of nobody
 */
public record ReleaseShares(SampleFacts sample, List<Part> parts) {

    public ReleaseShares {
        parts = List.copyOf(parts);
    }

    /**
     * One thing that requests get.
     *
     * @param release null where there is no update
     * @param version which one the release is, as people read it; null where there is none
     */
    public record Part(
            Got.Kind kind,
            @Nullable ReleaseName release,
            @Nullable String version,
            Share share) {}
}
