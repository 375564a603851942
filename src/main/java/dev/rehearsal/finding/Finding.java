package dev.rehearsal.finding;

import dev.rehearsal.access.Role;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.release.LastWrite;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.verdict.Gate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong, or that nobody may have meant; {@link #sentence()} and {@link #whatToDo()} are what people read. */
public sealed interface Finding {

    /** An error keeps a set from going live, or a gate from opening; a warning keeps nothing. */
    enum Severity {
        ERROR,
        WARNING
    }

    /** What it is about, with what it comes to. */
    enum Kind {
        CONFLICT(Severity.ERROR),
        ALIAS_CLASH(Severity.ERROR),
        MISSING_RELEASE(Severity.ERROR),
        NOBODY_CAN_SIGN(Severity.ERROR),
        GATE_CANNOT_OPEN(Severity.ERROR),
        SCOPE_GONE(Severity.WARNING),
        DANGLING_RULE(Severity.WARNING),
        RELEASE_MOVED(Severity.WARNING),
        TIE(Severity.WARNING),
        FOREIGN_RELEASE(Severity.WARNING),
        THROTTLED(Severity.WARNING),
        RATE_DECIDES_NOTHING(Severity.WARNING),
        MATCHES_NOTHING(Severity.WARNING),
        NO_URL(Severity.WARNING),
        SHADOWED(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** What is so, without a full stop. */
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

    /** The set cannot be applied where it stands in the queue. */
    record InConflict(ChangeSetId changeSet, Conflict.Reason reason) implements Finding {
        @Override
        public Kind kind() {
            return switch (reason) {
                case Conflict.AliasTaken _ -> Kind.ALIAS_CLASH;
                case Conflict.ReleaseMissing _ -> Kind.MISSING_RELEASE;
                case Conflict.FieldMoved _,
                        Conflict.RowGone _,
                        Conflict.RowMoved _,
                        Conflict.RowExists _,
                        Conflict.ReadOnly _,
                        Conflict.ReleaseInvalid _ -> Kind.CONFLICT;
            };
        }

        @Override
        public String sentence() {
            return reason.sentence();
        }

        @Override
        public String whatToDo() {
            return switch (reason) {
                case Conflict.FieldMoved _, Conflict.RowMoved _ ->
                    "decide on the page of the set: what it says, or what is there now";
                case Conflict.RowGone _ -> "take the change out of the set";
                case Conflict.RowExists _ -> "edit what is there instead";
                case Conflict.AliasTaken _ -> "give one of the two another alias";
                case Conflict.ReleaseMissing _ -> "add the release in a set due before, or name another";
                case Conflict.ReadOnly _ -> "make it writable, or take the change out of the set";
                case Conflict.ReleaseInvalid _ -> "write the parts of the release again";
            };
        }
    }

    /** A row of configuration, or a shutoff, is another than the one that was to be changed. */
    record ConfigurationMoved(ChangeSetId changeSet, String said) implements Finding {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return said;
        }

        @Override
        public String whatToDo() {
            return "save the set again as it should be now, or withdraw it";
        }
    }

    /** @param eligible how many hold the role and wrote none of the set */
    record NobodyCanSign(ChangeSetId changeSet, Role role, int needed, int eligible) implements Finding {
        @Override
        public Kind kind() {
            return Kind.NOBODY_CAN_SIGN;
        }

        @Override
        public String sentence() {
            return "%s needed by %s, but %s other than its writers can give one"
                    .formatted(
                            needed == 1 ? "1 signoff is" : needed + " signoffs are",
                            role,
                            eligible == 0
                                    ? "nobody"
                                    : eligible == 1 ? "only 1 person" : "only %d people".formatted(eligible));
        }

        @Override
        public String whatToDo() {
            return "give the role %s to somebody who did not write the set".formatted(role);
        }
    }

    /** @param why what keeps it shut, with what to do */
    record GateCannotOpen(Gate gate, String why) implements Finding {
        @Override
        public Kind kind() {
            return Kind.GATE_CANNOT_OPEN;
        }

        @Override
        public String sentence() {
            return "the gate of %s on %s cannot open: %s"
                    .formatted(gate.product() == null ? "every product" : gate.product(), gate.liveChannel(), why);
        }

        @Override
        public String whatToDo() {
            return "change the gate, or make it possible: until then nothing goes live there";
        }

        @Override
        public String channel() {
            return gate.liveChannel();
        }
    }

    /** The set that the scope of a mapping names is not pending. */
    record ScopeGone(ChannelMapping mapping) implements Finding {
        @Override
        public Kind kind() {
            return Kind.SCOPE_GONE;
        }

        @Override
        public String sentence() {
            return "the change set that the scope of %s names is not pending any more, so it shows %s as it is live"
                    .formatted(mapping.testChannel(), mapping.liveChannel());
        }

        @Override
        public String whatToDo() {
            return "give the mapping another scope";
        }

        @Override
        public String channel() {
            return mapping.testChannel();
        }
    }

    /** A rule names a release that does not exist, and did so before any set: an import may hold such rules. */
    record DanglingRule(Rule row, ReleaseName release) implements Finding {
        @Override
        public Kind kind() {
            return Kind.DANGLING_RULE;
        }

        @Override
        public String sentence() {
            return "%s names release '%s', which does not exist: whom it matches is served nothing"
                    .formatted(named(row), release);
        }

        @Override
        public String whatToDo() {
            return "name another release, or remove the rule";
        }

        @Override
        public RuleId rule() {
            return row.id();
        }
    }

    /** A release that the set leads to, or edits, was written after the set was saved. */
    record ReleaseMoved(ChangeSetId changeSet, ReleaseName release, LastWrite last) implements Finding {
        @Override
        public Kind kind() {
            return Kind.RELEASE_MOVED;
        }

        @Override
        public String sentence() {
            return "%s was %s by %s after this set was saved"
                    .formatted(release, last.removed() ? "deleted" : "changed", last.by());
        }

        @Override
        public String whatToDo() {
            return last.removed() ? "name another release" : "look whether it is still what shall go live, and test it";
        }
    }

    /** @param changeSet the set that brings it about; null where one looks at a rule alone */
    record Tied(@Nullable ChangeSetId changeSet, Tie tie) implements Finding {
        @Override
        public Kind kind() {
            return Kind.TIE;
        }

        @Override
        public String sentence() {
            return "%s and %s have priority %d and may match the same clients: then %s decides, because its number is lower"
                    .formatted(
                            named(tie.winner()),
                            named(tie.loser()),
                            tie.winner().priority(),
                            named(tie.winner()));
        }

        @Override
        public String whatToDo() {
            return "give one of them another priority";
        }

        @Override
        public RuleId rule() {
            return tie.loser().id();
        }
    }

    /** @param product of the release */
    record ForeignRelease(@Nullable ChangeSetId changeSet, Rule row, ReleaseName release, String product)
            implements Finding {
        @Override
        public Kind kind() {
            return Kind.FOREIGN_RELEASE;
        }

        @Override
        public String sentence() {
            return "%s is for %s, but %s is a release of %s".formatted(named(row), row.product(), release, product);
        }

        @Override
        public String whatToDo() {
            return "name a release of %s, if that is not meant".formatted(row.product());
        }

        @Override
        public RuleId rule() {
            return row.id();
        }
    }

    record Throttled(@Nullable ChangeSetId changeSet, Rule row) implements Finding {
        @Override
        public Kind kind() {
            return Kind.THROTTLED;
        }

        @Override
        public String sentence() {
            return "%d %% of the clients of %s get no update at all: it has no fallback mapping"
                    .formatted(100 - row.backgroundRate(), named(row));
        }

        @Override
        public String whatToDo() {
            return "name a fallback mapping, if they shall get one";
        }

        @Override
        public RuleId rule() {
            return row.id();
        }
    }

    record RateDecidesNothing(@Nullable ChangeSetId changeSet, Rule row) implements Finding {
        @Override
        public Kind kind() {
            return Kind.RATE_DECIDES_NOTHING;
        }

        @Override
        public String sentence() {
            return "mapping and fallback mapping of %s are the same release: the rate decides nothing"
                    .formatted(named(row));
        }

        @Override
        public String whatToDo() {
            return "name another fallback mapping, or none";
        }

        @Override
        public RuleId rule() {
            return row.id();
        }
    }

    record MatchesNothing(@Nullable ChangeSetId changeSet, Rule row) implements Finding {
        @Override
        public Kind kind() {
            return Kind.MATCHES_NOTHING;
        }

        @Override
        public String sentence() {
            return "'%s' matches no channel: a star needs at least two characters before it".formatted(row.channel());
        }

        @Override
        public String whatToDo() {
            return "name the channel in full, or leave it open";
        }

        @Override
        public RuleId rule() {
            return row.id();
        }
    }

    record NoUrl(UnservedFiles unserved) implements Finding {

        private static final int FILES_NAMED = 3;

        @Override
        public Kind kind() {
            return Kind.NO_URL;
        }

        @Override
        public String sentence() {
            String files = unserved.files().stream()
                    .limit(FILES_NAMED)
                    .map(file -> file.updateType() + " from " + file.from())
                    .collect(Collectors.joining(", "));
            return "%s gives no URL on %s for %d of the files that it lists: %s%s"
                    .formatted(
                            unserved.release(),
                            unserved.channel(),
                            unserved.files().size(),
                            files,
                            unserved.files().size() > FILES_NAMED ? ", …" : "");
        }

        @Override
        public String whatToDo() {
            return "give the release a fileUrls block for %s, or one for every channel".formatted(unserved.channel());
        }

        @Override
        public String channel() {
            return unserved.channel();
        }
    }

    /** Hand-made rules for a test channel, which are not served while it is mapped. */
    record Shadowed(ChannelMapping mapping, List<Rule> rows) implements Finding {

        public Shadowed {
            rows = List.copyOf(rows);
        }

        @Override
        public Kind kind() {
            return Kind.SHADOWED;
        }

        @Override
        public String sentence() {
            String names = rows.stream()
                    .map(row -> row.alias() == null ? "#" + row.id() : "#%s %s".formatted(row.id(), row.alias()))
                    .collect(Collectors.joining(", "));
            return (rows.size() == 1
                            ? "rule %s was made by hand for %s and is not served any more"
                            : "rules %s were made by hand for %s and are not served any more")
                    .formatted(names, mapping.testChannel());
        }

        @Override
        public String whatToDo() {
            return rows.size() == 1 ? "retire it" : "retire them";
        }

        @Override
        public String channel() {
            return mapping.testChannel();
        }
    }

    /** A rule that is still to be added has no number to name it by. */
    private static String named(Rule rule) {
        return rule.id().value() == Long.MAX_VALUE ? "this rule" : "rule #" + rule.id();
    }
}
