package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.release.Pins;
import dev.rehearsal.release.References;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sets of a stage concern a live channel: can change what is answered there, or what decides it. */
public final class Reachability {

    private final ReleaseContents contents;
    private final Pins pins;
    private final String live;
    private final Set<String> products = new HashSet<>();
    private final Map<ReleaseName, Integer> namedByRules = new HashMap<>();
    private final Map<ReleaseName, Release> releases;
    private final boolean everyProduct;

    private Reachability(Stage stage, ReleaseContents contents, @Nullable String product, String live) {
        this.contents = contents;
        this.pins = stage.live().pins();
        this.live = live;
        this.everyProduct = product == null;
        this.releases = new HashMap<>(stage.live().releases());
        if (product != null) {
            products.add(product);
            products.addAll(childProducts(stage.live()));
            products.addAll(childProducts(stage.staged()));
        }
        for (Rule rule : stage.live().ruleSet().inOrder()) {
            count(rule, 1);
        }
    }

    /**
     * The steps whose rows, before or after, can match the channel, or whose releases such rules reach.
     *
     * @param product null for every product
     */
    public static List<Stage.Step> concerning(
            Stage stage, ReleaseContents contents, @Nullable String product, String live) {
        if (stage.steps().isEmpty()) {
            return List.of();
        }
        Reachability walk = new Reachability(stage, contents, product, live);
        return stage.steps().stream().filter(walk::concernedBy).toList();
    }

    /** Whether a set that could not be applied is about the channel; of its releases that is taken for granted. */
    public static boolean mayConcern(QueuedSet set, Stage stage, @Nullable String product, String live) {
        return set.changes().stream().anyMatch(change -> switch (change) {
            case Change.RuleAddition addition -> StagedRules.canMatch(addition.rule(), product, live);
            case Change.RuleEdit edit ->
                concerns(edit.rule(), stage, product, live)
                        || movesTo(live, edit.fields().get(RuleField.CHANNEL));
            case Change.RuleRemoval removal -> concerns(removal.rule(), stage, product, live);
            case Change.ReleaseAddition _, Change.ReleaseEdit _, Change.ReleaseRemoval _ -> true;
        });
    }

    private static boolean concerns(RuleId rule, Stage stage, @Nullable String product, String live) {
        return StagedRules.canMatch(stage.live().rules().get(rule), product, live)
                || StagedRules.canMatch(stage.staged().rules().get(rule), product, live);
    }

    private static boolean movesTo(String live, @Nullable FieldEdit channel) {
        return channel != null && ChannelReach.matches((String) channel.value(), live);
    }

    private boolean concernedBy(Stage.Step step) {
        boolean concerned = false;
        List<Transition.OfRelease> ofReleases = new ArrayList<>();
        Set<ReleaseName> reachedBefore = null;
        for (Transition transition : step.transitions()) {
            switch (transition) {
                case Transition.OfRule ofRule -> concerned |= relevant(ofRule.before()) || relevant(ofRule.after());
                case Transition.OfRelease ofRelease -> ofReleases.add(ofRelease);
            }
        }
        if (!concerned && !ofReleases.isEmpty()) {
            reachedBefore = reached();
        }
        for (Transition transition : step.transitions()) {
            apply(transition);
        }
        if (concerned || ofReleases.isEmpty()) {
            return concerned;
        }
        Set<ReleaseName> before = reachedBefore == null ? Set.of() : reachedBefore;
        Set<ReleaseName> after = reached();
        return ofReleases.stream().anyMatch(moved -> before.contains(moved.name()) || after.contains(moved.name()));
    }

    private void apply(Transition transition) {
        switch (transition) {
            case Transition.OfRule ofRule -> {
                count(ofRule.before(), -1);
                count(ofRule.after(), 1);
            }
            case Transition.OfRelease ofRelease -> {
                if (ofRelease.after() == null) {
                    releases.remove(ofRelease.name());
                } else {
                    releases.put(ofRelease.name(), ofRelease.after());
                }
            }
        }
    }

    private boolean relevant(@Nullable Rule rule) {
        return rule != null
                && (everyProduct || rule.product() == null || products.contains(rule.product()))
                && ChannelReach.matches(rule.channel(), live);
    }

    private void count(@Nullable Rule rule, int by) {
        if (rule != null && relevant(rule)) {
            if (rule.mapping() != null) {
                namedByRules.merge(rule.mapping(), by, Integer::sum);
            }
            if (rule.fallbackMapping() != null) {
                namedByRules.merge(rule.fallbackMapping(), by, Integer::sum);
            }
        }
    }

    private Set<ReleaseName> reached() {
        ArrayDeque<ReleaseName> toVisit = new ArrayDeque<>();
        namedByRules.forEach((name, count) -> {
            if (count > 0) {
                toVisit.add(name);
            }
        });
        pins.releases().forEach((key, name) -> {
            if (key.channel().equals(live) && (everyProduct || products.contains(key.product()))) {
                toVisit.add(name);
            }
        });
        Set<ReleaseName> visited = new HashSet<>();
        Set<ReleaseName> reached = new HashSet<>();
        while (!toVisit.isEmpty()) {
            ReleaseName name = toVisit.poll();
            Release release = releases.get(name);
            reached.add(name);
            if (visited.add(name) && release != null) {
                References references = contents.references(release.content());
                toVisit.addAll(references.children());
                reached.addAll(references.partialSources());
            }
        }
        return reached;
    }

    /** A superblob that names products draws in their rules too; it cannot lead to another superblob. */
    private Set<String> childProducts(Tables tables) {
        Set<String> children = new HashSet<>();
        for (Rule rule : tables.ruleSet().inOrder()) {
            if (relevant(rule)) {
                addChildProducts(tables, rule.mapping(), children);
                addChildProducts(tables, rule.fallbackMapping(), children);
            }
        }
        return children;
    }

    private void addChildProducts(Tables tables, @Nullable ReleaseName name, Set<String> children) {
        Release release = name == null ? null : tables.releases().get(name);
        if (release != null) {
            children.addAll(contents.references(release.content()).childProducts());
        }
    }
}
