package dev.rehearsal.ui.preview;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.insight.timemachine.AnswerHistory;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.BackgroundWork.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks back as the signed-in user. */
@Component
class SignedInLookback implements Lookback {

    private final AnswerHistory history;
    private final SignedIn signedIn;
    private final Clock clock;

    SignedInLookback(AnswerHistory history, SignedIn signedIn, Clock clock) {
        this.history = history;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public Function<Steps, AnswerHistory.Reply> of(String url, @Nullable Instant time) {
        Actor reader = signedIn.actor();
        Instant from = time == null ? clock.instant() : time;
        return steps -> history.of(reader, url, from, steps::made);
    }
}
