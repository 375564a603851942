package dev.rehearsal.insight.traffic;

import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.List;

/** The traffic of a rule tells how many requests it decides for. */
public sealed interface RuleTraffic {

    /**
     * The rule decides for a share of the requests on a live channel.
     *
     * @param sample what it was counted in
     */
    record OnChannel(SampleFacts sample, Share share) {

        public ProductChannel where() {
            return sample.where();
        }
    }

    /** @param channels on which it decided for somebody in the last day, the largest share first; at least one */
    record Decides(List<OnChannel> channels) implements RuleTraffic {

        public Decides {
            channels = List.copyOf(channels);
        }
    }

    /**
     * The rule decided for nobody lately, and did before.
     *
     * @param day when it decided for somebody last
     * @param channels its shares of all that is kept
     */
    record NoneSince(Instant day, List<OnChannel> channels) implements RuleTraffic {

        public NoneSince {
            channels = List.copyOf(channels);
        }
    }

    /**
     * The rule decided for nobody in all that is known.
     *
     * @param samples of the channels that it may match; at least one
     */
    record None(List<SampleFacts> samples) implements RuleTraffic {

        public None {
            samples = List.copyOf(samples);
        }

        /** Returns from when on that is known of each of its channels. */
        public Instant since() {
            return samples.stream()
                    .map(SampleFacts::from)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        /** Returns until when that is known of each of its channels. */
        public Instant until() {
            return samples.stream()
                    .map(SampleFacts::until)
                    .min(Instant::compareTo)
                    .orElseThrow();
        }
    }

    /** The requests that the rule may match are not known. */
    record Unknown() implements RuleTraffic {}

    /** The rule asks for what samples do not hold, so that they cannot say whom it decides for. */
    record NotSampled() implements RuleTraffic {}
}
