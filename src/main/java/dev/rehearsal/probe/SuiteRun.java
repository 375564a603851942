package dev.rehearsal.probe;

import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of some probes: what they got, live and on each test channel of their live channels.
 *
 * @param of the version of the tables that were asked
 * @param live by product, channel and name
 */
public record SuiteRun(SnapshotVersion of, Instant at, List<ProbeResult> live, List<OnTestChannel> testChannels) {

    /**
     * @param fingerprint of the state that was asked
     * @param results in the order of the live ones, those of one product and live channel
     */
    public record OnTestChannel(
            ChannelMapping mapping, String product, Fingerprint fingerprint, List<ProbeResult> results) {

        public long passes() {
            return results.stream().filter(ProbeResult::passes).count();
        }

        public Optional<ProbeResult> of(long probe) {
            return find(results, probe);
        }
    }

    public long livePasses() {
        return live.stream().filter(ProbeResult::passes).count();
    }

    public Optional<ProbeResult> liveOf(long probe) {
        return find(live, probe);
    }

    private static Optional<ProbeResult> find(List<ProbeResult> results, long probe) {
        return results.stream().filter(result -> result.probe().id() == probe).findFirst();
    }
}
