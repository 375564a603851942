package dev.rehearsal.serve.impact;

import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Answers.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** Requests that say the same and get something else in one state than in another, or a share of them. */
public record Movement(RequestClass asked, Answers before, Answers after) {

    /** Shares below this come of how computers add. */
    static final double NOBODY = 1e-9;

    /**
     * The flow of those who got one thing and get another.
     *
     * @param share of those who ask so, above 0
     */
    public record Flow(Got before, Got after, double share) {

        /** Whether there is something that these clients could update and cannot any more. */
        public boolean losesUpdate() {
            return after.updates() < before.updates();
        }

        /** Whether it is older than what the client is offered now, or runs; what has no version to compare is not. */
        public boolean isOlder(UpdateQuery client) {
            MozillaVersion offered = after.comparedVersion();
            MozillaVersion offeredNow = before.comparedVersion();
            MozillaVersion running = MozillaVersion.tryParse(client.version());
            return offered != null
                    && (offeredNow != null && offered.compareTo(offeredNow) < 0
                            || running != null && offered.compareTo(running) < 0);
        }
    }

    /** A thing of which more were offered on one side than on the other. */
    private static final class Rest {

        private final Got got;
        private double share;

        Rest(Got got, double share) {
            this.got = got;
            this.share = share;
        }
    }

    /** Returns the share of those who ask so that gets something else, from 0 to 1: as few as the shares allow. */
    public double changed() {
        return flows().stream().mapToDouble(Flow::share).sum();
    }

    /**
     * Returns who gets what instead of what. As dice fall anew each time, shares tell no client from another: what is
     * offered in both states stays, then a release is taken for its own other content, then sides are taken in their order.
     */
    public List<Flow> flows() {
        List<Rest> lost = rests(before, after);
        List<Rest> gained = rests(after, before);
        List<Flow> flows = new ArrayList<>(2);
        pair(
                lost,
                gained,
                flows,
                (one, other) -> one.release() != null && Objects.equals(one.release(), other.release()));
        pair(lost, gained, flows, (_, _) -> true);
        return List.copyOf(flows);
    }

    private static List<Rest> rests(Answers own, Answers other) {
        List<Rest> rests = new ArrayList<>(2);
        for (Portion portion : own.portions()) {
            double more = portion.share() - other.share(portion.got());
            if (more > NOBODY) {
                rests.add(new Rest(portion.got(), more));
            }
        }
        return rests;
    }

    private static void pair(List<Rest> lost, List<Rest> gained, List<Flow> flows, BiPredicate<Got, Got> fits) {
        for (Rest less : lost) {
            for (Rest more : gained) {
                double share = Math.min(less.share, more.share);
                if (share > NOBODY && fits.test(less.got, more.got)) {
                    flows.add(new Flow(less.got, more.got, share));
                    less.share -= share;
                    more.share -= share;
                }
            }
        }
    }
}
