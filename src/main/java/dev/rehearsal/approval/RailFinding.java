package dev.rehearsal.approval;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The finding of one guard rail on one step.
 *
 * @param judgement null where it has not been judged yet
 * @param passes that count: whoever gave them passes over the rail
 */
public record RailFinding(
        GuardRail rail, RailedStep step, @Nullable RailJudgement judgement, List<RailPass> passes) {

    public RailFinding {
        passes = List.copyOf(passes);
    }

    public boolean isJudged() {
        return judgement != null;
    }

    public boolean isPassedOver() {
        return !passes.isEmpty();
    }

    /** Whether it lets the step go live. */
    public boolean isOpen() {
        return !rail.blocks() || isPassedOver() || isWithin();
    }

    private boolean isWithin() {
        return judgement != null
                && switch (judgement.result()) {
                    case PASS -> true;
                    case FAIL -> false;
                    case CANNOT_SAY -> !rail.cannotSayBlocks();
                };
    }

    /** Returns for people what was found, and what to do about it. */
    public String sentence() {
        return "guard rail %d of %s, that %s, %s".formatted(rail.id(), step.place(), rail.sentence(), standing());
    }

    private String standing() {
        if (isPassedOver()) {
            return "is passed over by "
                    + passes.stream().map(pass -> pass.by().name()).collect(Collectors.joining(", "));
        }
        if (judgement == null) {
            return "is not judged yet for just this: it will be in a moment";
        }
        return switch (judgement.result()) {
            case PASS -> "is kept";
            case FAIL -> "is not kept: " + because();
            case CANNOT_SAY -> "cannot say: " + because();
        };
    }

    private String because() {
        String reasons = judgement == null ? "" : String.join("; ", judgement.reasons());
        return rail.blocks() && !isOpen()
                ? "%s; change it, or have somebody with the role %s pass over it".formatted(reasons, rail.passedBy())
                : reasons;
    }
}
