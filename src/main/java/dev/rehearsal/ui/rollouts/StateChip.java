package dev.rehearsal.ui.rollouts;

import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;

/** A chip that says whether steps of a rollout go. */
class StateChip extends Chip {

    private static final Messages MESSAGES = Messages.beside(StateChip.class);

    StateChip(RolloutPlan.State state) {
        super(tone(state), symbol(state), MESSAGES.get("state." + state.wireName()));
    }

    private static Tone tone(RolloutPlan.State state) {
        return switch (state) {
            case GOING -> Tone.GOOD;
            case PAUSED -> Tone.CAREFUL;
            case STOPPED -> Tone.BAD;
            case OVER -> Tone.CALM;
        };
    }

    private static String symbol(RolloutPlan.State state) {
        return switch (state) {
            case GOING -> "▸";
            case PAUSED -> "‖";
            case STOPPED -> "■";
            case OVER -> "✓";
        };
    }
}
