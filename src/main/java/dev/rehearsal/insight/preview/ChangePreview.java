package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;

/**
 * A preview of what would come of a set that is not written yet.
 *
 * @param set as if it were pending
 * @param channels the test channels whose live channel its rules concern, in the order of their mappings
 * @param findings about it where it would stand
 * @param displaced sets that test channels would leave out because of it, in queue order
 */
public record ChangePreview(
        ChangeSet set,
        Readiness standing,
        List<OnChannel> channels,
        List<Finding> findings,
        List<ChangeSet> displaced) {

    /** @param shown whether the scope of the mapping reaches as far as the set */
    public record OnChannel(ChannelMapping mapping, boolean shown) {}
}
