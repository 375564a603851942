package dev.rehearsal.enactment.rollout;

/** Asks a URL how a rollout does: bounded, and only where requests may go. */
public interface OutsideMonitors {

    /** Says what is wrong with a URL, for people; empty where nothing is. */
    String problemWith(String url);

    /** Asks, and never fails: what goes wrong is an error that is told. */
    Answer ask(String url, String about);

    /** @param says for people, without a full stop */
    record Answer(CheckResult.Outcome outcome, String says) {}
}
