package dev.rehearsal.dataset;

import dev.rehearsal.access.People;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Rules;
import dev.rehearsal.probe.Probes;
import org.springframework.stereotype.Component;

/** The tables that a dataset is written to. */
@Component
record DatasetTables(
        Rules rules,
        ReleaseWriter releases,
        PinnedReleases pins,
        EmergencyShutoffs shutoffs,
        People people,
        ChannelMappings mappings,
        RequiredSignoffs requirements,
        Gates gates,
        FreezeWindows windows,
        GuardRails rails,
        UrgentRoles urgentRoles,
        Probes probes,
        Signoffs signoffs,
        Comments comments,
        Verdicts verdicts,
        ChangeSets changeSets,
        LiveTables live) {

    ImportTransaction filling(Write write, ProblemList problems, ImportProgress progress) {
        return new ImportTransaction(this, write, problems, progress);
    }
}
