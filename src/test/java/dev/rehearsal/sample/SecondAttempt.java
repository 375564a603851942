package dev.rehearsal.sample;

import java.io.PrintStream;
import org.opentest4j.TestAbortedException;

/**
 * Repeats a journey that has failed, once and from the start, and says so: a browser on a busy machine may be the reason.
 * Whoever reads the log sees which journeys are flaky, and why.
 */
final class SecondAttempt {

    /** A journey, from its first to its last step. */
    @FunctionalInterface
    interface Attempt {
        void make() throws Throwable;
    }

    private SecondAttempt() {}

    /** @throws Throwable what the second attempt failed with, which has what the first one failed with below it */
    static void of(String journey, Attempt first, Attempt second, PrintStream log) throws Throwable {
        try {
            first.make();
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (Throwable failure) {
            log.println("[WARNING] " + journey + " failed, and is tried again:");
            failure.printStackTrace(log);
            try {
                second.make();
            } catch (Throwable again) {
                again.addSuppressed(failure);
                throw again;
            }
            log.println("[WARNING] FLAKY: " + journey + " failed at its first attempt and passed at its second");
        }
    }
}
