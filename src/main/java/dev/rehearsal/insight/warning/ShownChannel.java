package dev.rehearsal.insight.warning;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test channel with what it shows, as far as something can be found about it.
 *
 * @param product null for every product
 * @param conflicts of sets that are left out although they are about this channel
 * @param shadowed hand-made rules for the test channel
 */
public record ShownChannel(
        ChannelMapping mapping,
        @Nullable String product,
        Stage stage,
        StagedRules rules,
        List<Conflict> conflicts,
        List<Rule> shadowed,
        boolean scopeIsGone) {}
