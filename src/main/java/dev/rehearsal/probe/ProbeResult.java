package dev.rehearsal.probe;

import dev.rehearsal.serve.Decided;

/** The result of a probe is what it got in one state. */
public record ProbeResult(Probe probe, Decided got) {

    public boolean passes() {
        return probe.expected().isMetBy(got);
    }
}
