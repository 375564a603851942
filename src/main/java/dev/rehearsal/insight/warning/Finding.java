package dev.rehearsal.insight.warning;

import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.staging.ChangeSetId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or that nobody may have meant; {@link #sentence()} and {@link #whatToDo()} are what people read.
 */
public sealed interface Finding permits ChangeSetFinding, RuleFinding, ChannelFinding {

    /** An error keeps a set from going live, or a gate from opening; a warning keeps nothing. */
    enum Severity {
        ERROR,
        WARNING
    }

    /** The kinds of thing that a finding is about, with what it comes to. */
    enum Kind implements WireNamed {
        CONFLICT(Severity.ERROR),
        ALIAS_CLASH(Severity.ERROR),
        MISSING_RELEASE(Severity.ERROR),
        NOBODY_CAN_SIGN(Severity.ERROR),
        GATE_CANNOT_OPEN(Severity.ERROR),
        SCOPE_GONE(Severity.WARNING),
        DANGLING_RULE(Severity.WARNING),
        RELEASE_MOVED(Severity.WARNING),
        CHANGES_NOTHING(Severity.WARNING),
        TIE(Severity.WARNING),
        FOREIGN_RELEASE(Severity.WARNING),
        THROTTLED(Severity.WARNING),
        RATE_DECIDES_NOTHING(Severity.WARNING),
        MATCHES_NOTHING(Severity.WARNING),
        UNREACHED(Severity.WARNING),
        NO_URL(Severity.WARNING),
        SHADOWED(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    Kind kind();

    /** Returns what is so, without a full stop. */
    String sentence();

    /** Without a full stop. */
    String whatToDo();

    /** The set in which it can be mended; null where it is about what is live. */
    default @Nullable ChangeSetId changeSet() {
        return null;
    }

    default @Nullable RuleId rule() {
        return null;
    }

    /** The live or test channel that it is about, where it is about one. */
    default @Nullable String channel() {
        return null;
    }

    default boolean blocks() {
        return kind().severity() == Severity.ERROR;
    }
}
