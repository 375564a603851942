package dev.rehearsal.serve;

/** Stub. */
public final class UpdateAnswers {
    Answer answer(Snapshot snapshot, UpdateRequest.Evaluate evaluate) {
        return Answer.nothing(evaluate.format())
                .decidedBy(snapshot.live().rules().firstMatch(evaluate.query()));
    }
}
