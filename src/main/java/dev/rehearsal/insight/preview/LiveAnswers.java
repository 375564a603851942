package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks any state what current clients without special properties get. */
@Service
public class LiveAnswers {

    private final ReleaseContents contents;

    public LiveAnswers(ReleaseContents contents) {
        this.contents = contents;
    }

    /** Returns what they get of a product on a channel; empty where no rule can match there. */
    public Optional<LiveAnswer> of(Tables tables, String product, String channel) {
        for (Rule rule : tables.ruleSet().inOrder()) {
            if (StagedRules.canMatch(rule, product, channel)) {
                return Optional.of(CurrentClient.answer(tables, contents, product, channel));
            }
        }
        return Optional.empty();
    }
}
