package dev.rehearsal.ui.frame;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.util.List;

/** Says in words how much of a queue a test channel shows. */
public final class ScopeFormatter {

    private static final Messages MESSAGES = Messages.beside(ScopeFormatter.class);

    private ScopeFormatter() {}

    /** @param queue in which the set that a scope names is looked up */
    public static String said(Scope scope, List<ChangeSet> queue) {
        return switch (scope) {
            case Scope.WholeQueue() -> MESSAGES.get("scope.whole-queue");
            case Scope.NextOnly() -> MESSAGES.get("scope.next");
            case Scope.UpTo(ChangeSetId set) -> MESSAGES.get("scope.up-to", title(set, queue));
            case Scope.Only(ChangeSetId set) -> MESSAGES.get("scope.only", title(set, queue));
        };
    }

    private static String title(ChangeSetId id, List<ChangeSet> queue) {
        return queue.stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .map(ChangeSet::title)
                .orElseGet(() -> MESSAGES.get("scope.set", id));
    }
}
