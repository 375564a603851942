package dev.rehearsal.insight.review;

/** The actions that people do with a set, besides signing it. */
public enum ChangeSetAction {
    SUBMIT,
    ENACT,
    BREAK_GLASS,
    HOLD,
    RESUME,
    RESCHEDULE,
    RETITLE,
    RESOLVE,
    WITHDRAW
}
