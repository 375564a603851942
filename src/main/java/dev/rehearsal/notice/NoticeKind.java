package dev.rehearsal.notice;

import dev.rehearsal.problem.WireNamed;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what notices are about. Each person, and each webhook, takes some of these. */
public enum NoticeKind implements WireNamed {
    /** A change set waits for a signoff. */
    TO_SIGN,
    /** What a test channel shows waits for a verdict. */
    TO_TEST,
    /** A change set clashes with what is there now, and waits for a decision. */
    TO_DECIDE,
    /** A change set was scheduled, held, resumed, withdrawn or enacted. */
    SET_CHANGED,
    /** A change set was due, could not go because of what it is, and needs a decision. */
    SET_DISARMED,
    /** A change set is overdue, since something is missing. */
    SET_HELD_UP,
    /** A rollout goes no further until somebody decides: a check was not passed, or somebody stopped it. */
    ROLLOUT_HALTED,
    /** A test channel shows something else than what was judged. */
    VERDICT_STALE,
    /** Something is live that was not before, whoever wrote it. */
    WENT_LIVE,
    /** Updates were shut off, or are served again. */
    SHUTOFF,
    /** A change set went live although gates were closed. */
    BREAK_GLASS,
    /** What is live is not what was judged. */
    ALARM;

    public static Optional<NoticeKind> named(String wireName) {
        return WireNamed.find(NoticeKind.class, wireName);
    }

    /** Returns what people are told who have not said otherwise: what is theirs, and emergencies. */
    public static Set<NoticeKind> byDefault() {
        return EnumSet.complementOf(EnumSet.of(WENT_LIVE));
    }

    /** Returns the wire names, joined by commas, in the order of this list. */
    public static String joined(Collection<NoticeKind> kinds) {
        return kinds.stream().sorted().map(NoticeKind::wireName).collect(Collectors.joining(","));
    }

    /** Reads what {@link #joined} gave; what this version does not know is left out. */
    public static Set<NoticeKind> split(String joined) {
        return Arrays.stream(joined.split(","))
                .flatMap(name -> named(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
    }
}
