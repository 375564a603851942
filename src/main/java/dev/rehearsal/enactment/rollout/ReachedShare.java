package dev.rehearsal.enactment.rollout;

/**
 * Works out what a rate comes to in time: dice fall each time that a client asks, so that a client which missed asks
 * again.
 */
public final class ReachedShare {

    /** Clients of an application that runs all day ask about every six hours. */
    public static final int CHECKS_A_DAY = 4;

    private ReachedShare() {}

    /**
     * Returns the share of clients, from 0 to 1, that were offered the release at least once.
     *
     * @param percentage from 0 to 100
     * @param checks how often each has asked
     */
    public static double after(int percentage, int checks) {
        if (percentage < 0 || percentage > 100 || checks < 0) {
            throw new IllegalArgumentException("%d %% after %d checks".formatted(percentage, checks));
        }
        return 1 - Math.pow(1 - percentage / 100.0, checks);
    }
}
