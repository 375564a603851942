package dev.rehearsal.probe;

import dev.rehearsal.insight.preview.TestChannelPreview;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks the probes, and then whoever else the queue reaches. */
@Service
class ComputedChecks implements StateChecks {

    private final Probes probes;
    private final Probing probing;
    private final BlastRadius blastRadius;

    ComputedChecks(Probes probes, Probing probing, BlastRadius blastRadius) {
        this.probes = probes;
        this.probing = probing;
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
                probing.ask(preview.stage().staged(), suite, progress), blastRadius.of(preview, suite, progress));
    }
}
