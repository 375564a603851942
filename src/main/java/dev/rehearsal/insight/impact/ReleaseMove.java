package dev.rehearsal.insight.impact;

import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.serve.impact.Movement.Flow;

/**
 * One release in place of another, as people name it.
 *
 * @param before the release, {@code no update} or {@code an error}
 * @param after likewise
 * @param said such as {@code 150.0 instead of 149.0.2}
 */
record ReleaseMove(String before, String after, String said) {

    /** As people name it that nothing is offered. */
    static final String NO_UPDATE = Got.NONE.told();

    static ReleaseMove of(Flow flow) {
        String before = flow.before().told();
        String after = flow.after().told();
        return new ReleaseMove(before, after, said(flow.before(), flow.after()));
    }

    private static String said(Got before, Got after) {
        if (before.told().equals(after.told())) {
            return shown(after) + " with other content";
        }
        String was = shown(before);
        String becomes = shown(after);
        return becomes.equals(was)
                ? "%s instead of %s".formatted(after.told(), before.told())
                : "%s instead of %s".formatted(becomes, was);
    }

    private static String shown(Got got) {
        ReleaseVersion version = got.version();
        return version == null ? got.told() : version.shown();
    }

    /** Versions that are said differ from request to request; what is counted together is not told by them. */
    record Key(String before, String after) {}

    Key key() {
        return new Key(before, after);
    }
}
