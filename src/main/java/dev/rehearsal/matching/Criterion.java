package dev.rehearsal.matching;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The criteria that a rule can set for a query, in the order in which they are judged (a Balrog fact). */
public enum Criterion {
    PRODUCT(RuleField.PRODUCT, UpdateQuery::product),
    BUILD_TARGET(RuleField.BUILD_TARGET, UpdateQuery::buildTarget),
    HEADER_ARCHITECTURE(RuleField.HEADER_ARCHITECTURE, UpdateQuery::headerArchitecture),
    DIST_VERSION(RuleField.DIST_VERSION, UpdateQuery::distVersion),
    CHANNEL(RuleField.CHANNEL, UpdateQuery::channel),
    VERSION(RuleField.VERSION, UpdateQuery::version),
    BUILD_ID(RuleField.BUILD_ID, UpdateQuery::buildId),
    MEMORY(RuleField.MEMORY, UpdateQuery::memory),
    OS_VERSION(RuleField.OS_VERSION, UpdateQuery::osVersion),
    INSTRUCTION_SET(RuleField.INSTRUCTION_SET, UpdateQuery::instructionSet),
    DISTRIBUTION(RuleField.DISTRIBUTION, UpdateQuery::distribution),
    LOCALE(RuleField.LOCALE, UpdateQuery::locale),
    MIG64(RuleField.MIG64, UpdateQuery::mig64),
    JAWS(RuleField.JAWS, UpdateQuery::jaws);

    private final RuleField field;
    private final Function<UpdateQuery, @Nullable Object> sent;

    Criterion(RuleField field, Function<UpdateQuery, @Nullable Object> sent) {
        this.field = field;
        this.sent = sent;
    }

    public RuleField field() {
        return field;
    }

    /** Returns what the rule asks for, as it is written there; null where it asks nothing. */
    public @Nullable String askedBy(Rule rule) {
        return text(field.read(rule));
    }

    /** Returns what the query says; null where it says nothing. */
    public @Nullable String sentIn(UpdateQuery query) {
        return text(sent.apply(query));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
