package dev.rehearsal.imports;

import dev.rehearsal.access.People;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.channel.ChannelMappings;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.pin.PinnedReleases;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.shutoff.EmergencyShutoffs;
import dev.rehearsal.signoff.RequiredSignoffs;
import dev.rehearsal.signoff.Signoffs;
import dev.rehearsal.verdict.Gates;
import org.springframework.stereotype.Component;

/** Everything that a dataset is written to. */
@Component
record DatasetTables(
        Rules rules,
        ReleaseWriting releases,
        PinnedReleases pins,
        EmergencyShutoffs shutoffs,
        People people,
        ChannelMappings mappings,
        RequiredSignoffs requirements,
        Gates gates,
        Probes probes,
        Signoffs signoffs,
        ChangeSets changeSets,
        LiveTables live) {

    DatasetFilling filling(Entry entry, ProblemList problems) {
        return new DatasetFilling(this, entry, problems);
    }
}
