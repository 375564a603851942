package dev.rehearsal.imports;

import dev.rehearsal.access.People;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.channel.ChannelMappings;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.pin.PinnedReleases;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.shutoff.EmergencyShutoffs;
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
        ChangeSets changeSets,
        LiveTables live) {

    DatasetFilling filling(Entry entry, ProblemList problems) {
        return new DatasetFilling(this, entry, problems);
    }
}
