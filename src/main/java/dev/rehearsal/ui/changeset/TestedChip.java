package dev.rehearsal.ui.changeset;

import dev.rehearsal.insight.review.StateTestStatus.Look;
import dev.rehearsal.insight.review.StateTestStatus.Tested;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chip that says whether a state is tested, and by whom. */
public final class TestedChip extends Chip {

    private static final Messages MESSAGES = Messages.beside(TestedChip.class);

    private TestedChip(Look look) {
        super(tone(look.tested()), symbol(look.tested()), MESSAGES.get("tested." + wireName(look.tested())));
        getElement().setAttribute("title", by(look));
    }

    public static TestedChip of(Look look) {
        return new TestedChip(look);
    }

    /** In words: {@code passed by chioma}. */
    public static String by(Look look) {
        return switch (look.tested()) {
            case PASSED -> MESSAGES.get("tested-by.passed", names(look.passedBy()));
            case FAILED -> MESSAGES.get("tested-by.failed", names(look.failedBy()));
            case LIVE -> MESSAGES.get("tested-by.live");
            case SERVED_LATELY -> MESSAGES.get("tested-by.served_lately");
            case UNTESTED ->
                look.passedBy().isEmpty()
                        ? MESSAGES.get("tested-by.untested")
                        : MESSAGES.get("tested-by.too-few", names(look.passedBy()));
        };
    }

    private static String wireName(Tested tested) {
        return tested.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<Actor> people) {
        return people.stream().map(Actor::name).collect(Collectors.joining(", "));
    }

    private static Tone tone(Tested tested) {
        return switch (tested) {
            case PASSED, SERVED_LATELY -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNTESTED -> Tone.CAREFUL;
            case LIVE -> Tone.CALM;
        };
    }

    private static String symbol(Tested tested) {
        return switch (tested) {
            case PASSED, SERVED_LATELY -> "✓";
            case FAILED -> "✕";
            case UNTESTED -> "○";
            case LIVE -> "=";
        };
    }
}
