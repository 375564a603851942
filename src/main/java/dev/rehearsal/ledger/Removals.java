package dev.rehearsal.ledger;

/** Says whether a list of revisions tells of removals: screens do, Balrog's API does not. */
public enum Removals {
    LISTED,
    LEFT_OUT
}
