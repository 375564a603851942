package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Transition;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The differences tell how much a staged table differs from the live one.
 *
 * @param releases releases whose row or content differs, changed by sets that concern the channel
 */
public record Differences(int edited, int added, int removed, int releases) {

    static Differences of(TestChannelPreview preview) {
        int edited = 0;
        int added = 0;
        for (StagedRules.Row row : preview.rules().rows()) {
            switch (row.origin()) {
                case StagedRules.Live() -> {}
                case StagedRules.Edited _ -> edited++;
                case StagedRules.Added _ -> added++;
            }
        }
        return new Differences(edited, added, preview.rules().removed().size(), releases(preview));
    }

    private static int releases(TestChannelPreview preview) {
        Set<ChangeSetId> concerning = Set.copyOf(preview.concerning());
        Set<ReleaseName> touched = new TreeSet<>();
        for (Stage.Step step : preview.stage().steps()) {
            if (concerning.contains(step.set().id())) {
                for (Transition transition : step.transitions()) {
                    if (transition instanceof Transition.OfRelease ofRelease) {
                        touched.add(ofRelease.name());
                    }
                }
            }
        }
        Map<ReleaseName, Release> live = preview.stage().live().releases();
        Map<ReleaseName, Release> staged = preview.stage().staged().releases();
        return (int) touched.stream()
                .filter(name -> !Objects.equals(live.get(name), staged.get(name)))
                .count();
    }
}
