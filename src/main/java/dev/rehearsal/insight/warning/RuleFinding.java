package dev.rehearsal.insight.warning;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding about one rule, as it is live or as a change set would make it. */
public sealed interface RuleFinding extends Finding {

    int MOST_NAMED = 4;

    /** As it is, or would be. */
    Rule row();

    @Override
    default RuleId rule() {
        return row().id();
    }

    /** A rule names a release that does not exist, and did so before any set: an import may hold such rules. */
    record DanglingRule(Rule row, ReleaseName release) implements RuleFinding {
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
    }

    /** @param changeSet the set that brings it about; null where one looks at a rule alone */
    record Tied(@Nullable ChangeSetId changeSet, Tie tie) implements RuleFinding {
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
        public Rule row() {
            return tie.loser();
        }
    }

    /** @param product of the release */
    record ForeignRelease(@Nullable ChangeSetId changeSet, Rule row, ReleaseName release, String product)
            implements RuleFinding {
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
    }

    record Throttled(@Nullable ChangeSetId changeSet, Rule row) implements RuleFinding {
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
    }

    record RateDecidesNothing(@Nullable ChangeSetId changeSet, Rule row) implements RuleFinding {
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
    }

    record MatchesNothing(@Nullable ChangeSetId changeSet, Rule row) implements RuleFinding {
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
    }

    /** No client can say anything by which the rule would decide for it. */
    record Unreached(@Nullable ChangeSetId changeSet, Rule row, Turn.Never never) implements RuleFinding {
        @Override
        public Kind kind() {
            return Kind.UNREACHED;
        }

        @Override
        public String sentence() {
            return "no client reaches %s: %s".formatted(named(row), why(never));
        }

        private static String why(Turn.Never never) {
            String failing = never.failing().isEmpty()
                    ? ""
                    : "clients get an error, because %s cannot be judged".formatted(named(never.failing()));
            String before = switch (never.before().size()) {
                case 0 -> "";
                case 1 -> "%s always comes first".formatted(named(never.before()));
                default -> "one of %s always comes first".formatted(named(never.before()));
            };
            return failing.isEmpty() && before.isEmpty()
                    ? "it asks for what no client says"
                    : failing.isEmpty() ? before : before.isEmpty() ? failing : before + ", or " + failing;
        }

        @Override
        public String whatToDo() {
            if (!never.failing().isEmpty()) {
                return "correct what cannot be judged";
            }
            return never.before().isEmpty()
                    ? "correct what it asks for, or remove it"
                    : "give it a higher priority, narrow what comes first, or remove it";
        }
    }

    /** A rule that is still to be added has no number to name it by. */
    private static String named(Rule rule) {
        return rule.id().equals(RuleId.NOT_GIVEN_YET) ? "this rule" : rule.id().numbered();
    }

    /** Names the first few. */
    private static String named(List<Rule> rules) {
        return rules.stream().limit(MOST_NAMED).map(RuleFinding::named).collect(Collectors.joining(", "))
                + (rules.size() > MOST_NAMED ? " and %d more".formatted(rules.size() - MOST_NAMED) : "");
    }
}
