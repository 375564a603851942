package dev.rehearsal.insight.preview;

import dev.rehearsal.insight.warning.ShownChannel;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preview of a test channel is what it shows.
 *
 * @param product null for every product
 * @param concerning the sets shown here that concern the live channel, in queue order
 * @param conflicts the sets that are left out although they are about this channel
 * @param shadowed hand-made rules for the test channel, which are not served
 * @param scopeIsGone the set that the mapping's scope names is not pending any more, so this is live
 */
public record TestChannelPreview(
        ChannelMapping mapping,
        @Nullable String product,
        Stage stage,
        StagedRules rules,
        Fingerprint fingerprint,
        Fingerprint liveFingerprint,
        List<ChangeSetId> concerning,
        List<Conflict> conflicts,
        List<Rule> shadowed,
        boolean scopeIsGone) {

    /** Whether the test channel answers exactly as the live one, but for what is rendered by channel name. */
    public boolean showsLive() {
        return fingerprint.equals(liveFingerprint);
    }

    ShownChannel shown() {
        return new ShownChannel(mapping, product, stage, rules, conflicts, shadowed, scopeIsGone);
    }
}
