package dev.rehearsal.ledger;

import dev.rehearsal.problem.RefusedException;

/**
 * A paging says which page of a list is asked for.
 *
 * @param page from 1
 * @param limit how many items a page has, from 1; more than {@value #MOST} are not given at once
 */
public record Paging(int page, int limit) {

    public static final int MOST = 1_000;

    /** @throws RefusedException for a page or a limit below 1 */
    public Paging {
        if (page < 1) {
            throw RefusedException.invalid("page", "is a number from 1");
        }
        if (limit < 1) {
            throw RefusedException.invalid("limit", "is a number from 1 to " + MOST);
        }
        limit = Math.min(limit, MOST);
    }

    public long offset() {
        return (page - 1L) * limit;
    }
}
