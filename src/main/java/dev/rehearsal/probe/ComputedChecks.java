package dev.rehearsal.probe;

import dev.rehearsal.insight.preview.TestChannelPreview;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks the probes, and then whoever else the queue reaches. */
@Service
class ComputedChecks implements StateChecks {

    private final Probes probes;
    private final ProbeService probeService;
    private final BlastRadius blastRadius;

    ComputedChecks(Probes probes, ProbeService probeService, BlastRadius blastRadius) {
        this.probes = probes;
        this.probeService = probeService;
        this.blastRadius = blastRadius;
    }

    @Override
    public Checked of(TestChannelPreview preview, Progress progress) {
        String product = preview.product();
        if (product == null) {
            return Checked.NOTHING;
        }
        List<Probe> suite = probes.of(product, preview.mapping().liveChannel());
        return new Checked(
                probeService.ask(preview.stage().staged(), suite, progress), blastRadius.of(preview, suite, progress));
    }
}
