package dev.rehearsal.ledger;

/** Whether a list of revisions tells of removals: screens do, Balrog's API does not. */
public enum Removals {
    LISTED,
    LEFT_OUT
}
