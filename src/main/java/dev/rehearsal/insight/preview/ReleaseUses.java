package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who needs which release, by the references that are stored beside each content: no blob is read. */
final class ReleaseUses {

    private final Map<ReleaseName, Set<ReleaseUse.By>> live;
    private final Map<ReleaseName, Set<ReleaseUse.By>> staged;

    private ReleaseUses(Map<ReleaseName, Set<ReleaseUse.By>> live, Map<ReleaseName, Set<ReleaseUse.By>> staged) {
        this.live = live;
        this.staged = staged;
    }

    static ReleaseUses of(Stage stage, ReleaseContents contents) {
        return new ReleaseUses(in(stage.live(), contents), in(stage.staged(), contents));
    }

    /** Rules in evaluation order, then pins, parents and partials by name. */
    List<ReleaseUse> of(ReleaseName release) {
        Set<ReleaseUse.By> now = live.getOrDefault(release, Set.of());
        Set<ReleaseUse.By> then = staged.getOrDefault(release, Set.of());
        List<ReleaseUse> uses = new ArrayList<>();
        now.forEach(
                by -> uses.add(new ReleaseUse(by, then.contains(by) ? ReleaseUse.When.LIVE : ReleaseUse.When.GOING)));
        then.stream()
                .filter(by -> !now.contains(by))
                .forEach(by -> uses.add(new ReleaseUse(by, ReleaseUse.When.TO_COME)));
        return List.copyOf(uses);
    }

    private static Map<ReleaseName, Set<ReleaseUse.By>> in(Tables tables, ReleaseContents contents) {
        Map<ReleaseName, Set<ReleaseUse.By>> uses = new HashMap<>();
        for (Rule rule : tables.ruleSet().inOrder()) {
            add(uses, rule.mapping(), new ReleaseUse.By.OfRule(rule.id(), false));
            add(uses, rule.fallbackMapping(), new ReleaseUse.By.OfRule(rule.id(), true));
        }
        tables.pins().releases().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Pins.Key::toString)))
                .forEach(pin -> add(uses, pin.getValue(), new ReleaseUse.By.OfPin(pin.getKey())));
        List<Release> releases = tables.releases().values().stream()
                .sorted(Comparator.comparing(release -> release.name().value()))
                .toList();
        for (Release release : releases) {
            contents.references(release.content())
                    .children()
                    .forEach(child -> add(uses, child, new ReleaseUse.By.OfParent(release.name())));
        }
        for (Release release : releases) {
            contents.references(release.content())
                    .partialSources()
                    .forEach(source -> add(uses, source, new ReleaseUse.By.OfPartial(release.name())));
        }
        return uses;
    }

    private static void add(
            Map<ReleaseName, Set<ReleaseUse.By>> uses, @Nullable ReleaseName release, ReleaseUse.By by) {
        if (release != null) {
            uses.computeIfAbsent(release, name -> new LinkedHashSet<>()).add(by);
        }
    }
}
