package dev.rehearsal.serve;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import java.util.List;
import java.util.function.IntSupplier;

/** Asks a snapshot as a node with certain settings would. */
record Asking(Snapshot snapshot, IntSupplier roll, boolean testChannels) {

    static final String SPECIAL_HOST = "https://download.example";

    static Asking of(Snapshot snapshot) {
        return new Asking(snapshot, Asking::noDice, true);
    }

    Asking withDice(IntSupplier other) {
        return new Asking(snapshot, other, testChannels);
    }

    Asking withoutTestChannels() {
        return new Asking(snapshot, roll, false);
    }

    Answer answer(UpdateUrl url) {
        return answer(url.toString());
    }

    Answer answer(String url) {
        return answers().answer(snapshot, (Evaluate) QueryParser.parse(url, null));
    }

    Explanation explain(UpdateUrl url) {
        return answers().explain(snapshot, (Evaluate) url.parsed());
    }

    private UpdateAnswers answers() {
        return new UpdateAnswers(new UrlPolicy(null, List.of(SPECIAL_HOST)), testChannels, roll);
    }

    static int noDice() {
        throw new AssertionError("The dice must not be rolled");
    }
}
