package dev.rehearsal.insight.impact;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Share;
import java.util.List;

/**
 * Requests that have something in common, of all on a channel.
 *
 * @param label what they have in common, for people
 * @param examples at most {@value #MOST_EXAMPLES} different queries, those first that are asked most often
 */
public record ImpactLine(String label, Share share, List<UpdateQuery> examples) {

    public static final int MOST_EXAMPLES = 10;

    public ImpactLine {
        examples = List.copyOf(examples);
    }
}
