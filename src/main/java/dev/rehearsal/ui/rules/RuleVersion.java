package dev.rehearsal.ui.rules;

import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it was after a write.
 *
 * @param before as it was before; null where there was none
 */
record RuleVersion(Revision<Rule> revision, @Nullable Rule before) {

    /** How many a page has. */
    static final int PAGE = 25;

    /**
     * Newest first.
     *
     * @param page from 1
     */
    static Page<RuleVersion> of(RuleId rule, int page, Revisions revisions) {
        Page<Revision<Rule>> found = revisions.ofRule(rule, new Paging(page, PAGE), Removals.LISTED);
        List<Revision<Rule>> olderToo = new ArrayList<>(found.items());
        // The one before the oldest of this page is the first of the next.
        olderToo.addAll(revisions
                .ofRule(rule, new Paging(page * PAGE + 1, 1), Removals.LISTED)
                .items());
        List<RuleVersion> versions = new ArrayList<>();
        for (int at = 0; at < found.items().size(); at++) {
            Rule before = at + 1 < olderToo.size() ? olderToo.get(at + 1).content() : null;
            versions.add(new RuleVersion(found.items().get(at), before));
        }
        return new Page<>(found.count(), found.countsOn(), versions);
    }

    @Nullable
    Rule rule() {
        return revision.content();
    }

    long number() {
        return revision.changeId();
    }
}
