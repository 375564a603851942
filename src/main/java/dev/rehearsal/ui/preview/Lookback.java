package dev.rehearsal.ui.preview;

import dev.rehearsal.insight.timemachine.AnswerHistory;
import dev.rehearsal.ui.frame.BackgroundWork.Steps;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the work that finds out since when a URL gets its answer, for the signed-in user. */
@FunctionalInterface
public interface Lookback {

    /** @param time from which to look back; null for now */
    Function<Steps, AnswerHistory.Reply> of(String url, @Nullable Instant time);
}
