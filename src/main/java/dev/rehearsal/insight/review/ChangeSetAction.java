package dev.rehearsal.insight.review;

/** What people do with a set, besides signing it. */
public enum ChangeSetAction {
    SUBMIT,
    ENACT,
    ENACT_UNTESTED,
    HOLD,
    RESUME,
    RESCHEDULE,
    RETITLE,
    RESOLVE,
    WITHDRAW
}
