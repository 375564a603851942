package dev.rehearsal.enactment.exploration;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One concrete act: of a kind, by somebody, on something. */
record Act(Kind kind, String told, BiFunction<Desk, World, @Nullable World> does) {

    /** @return null where it is refused */
    @Nullable
    World on(Desk desk, World world) {
        World reached = does.apply(desk, world);
        boolean mayWriteWhatIsMirrored = kind == Kind.MIRROR || kind == Kind.TAKE_OVER;
        return reached == null || mayWriteWhatIsMirrored || desk.judge().leavesMirrored(world, reached)
                ? reached
                : null;
    }

    /** Returns the same as one of another kind. */
    Act of(Kind other) {
        return new Act(other, told, does);
    }

    @Override
    public String toString() {
        return told;
    }
}
