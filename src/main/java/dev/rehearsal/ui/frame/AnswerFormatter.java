package dev.rehearsal.ui.frame;

import dev.rehearsal.insight.preview.LiveAnswer;
import dev.rehearsal.insight.preview.LiveAnswer.Given;

/** Says in words what current clients get. */
public final class AnswerFormatter {

    private static final Messages MESSAGES = Messages.beside(AnswerFormatter.class);

    private AnswerFormatter() {}

    /** Returns text such as {@code 150.0.1 to 25 %, else 149.0.2}, or {@code 149.0.2} where all get the same. */
    public static String said(LiveAnswer answer) {
        String rate = rate(answer);
        return rate.isEmpty() ? given(answer.main()) : MESSAGES.get("answer.joined", given(answer.main()), rate);
    }

    /** Returns text such as {@code to 25 %, else 149.0.2}; empty where all get the same. */
    public static String rate(LiveAnswer answer) {
        Given otherwise = answer.otherwise();
        return otherwise == null ? "" : MESSAGES.get("answer.rate", answer.rate(), given(otherwise));
    }

    /** Returns what is given on one side of the dice. */
    public static String given(Given given) {
        return switch (given) {
            case LiveAnswer.Version(var _, String text) -> text;
            case LiveAnswer.Unversioned(var release) -> release.value();
            case LiveAnswer.EndOfSupport _ -> MESSAGES.get("answer.end-of-support");
            case LiveAnswer.NoUpdate(String beyond) ->
                beyond == null ? MESSAGES.get("answer.none") : MESSAGES.get("answer.none.beyond", beyond);
            case LiveAnswer.Failure _ -> MESSAGES.get("answer.failure");
        };
    }

    /** Returns which release and which rule is behind it, for a tooltip. */
    public static String why(LiveAnswer answer) {
        if (answer.main() instanceof LiveAnswer.Failure(String reason)) {
            return reason;
        }
        if (answer.rule() == null) {
            return MESSAGES.get("answer.no-rule");
        }
        String alias = answer.rule().alias();
        String rule = alias == null ? "" : alias;
        return MESSAGES.get("answer.why", answer.rule().id().toString(), rule).strip();
    }
}
