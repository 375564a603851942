package dev.rehearsal.probe;

import dev.rehearsal.insight.preview.TestChannelPreview;
import java.util.List;

/** Checks a state before somebody vouches for it. */
@FunctionalInterface
public interface StateChecks {

    /**
     * @param probes what each probe of the product on the live channel gets in the staged state
     * @param radius who gets something else than today
     */
    record Checked(List<ProbeResult> probes, Radius radius) {

        public static final Checked NOTHING = new Checked(List.of(), Radius.NONE);

        public List<ProbeResult> failing() {
            return probes.stream().filter(result -> !result.passes()).toList();
        }
    }

    /** @param preview of one product */
    Checked of(TestChannelPreview preview, Progress progress);
}
