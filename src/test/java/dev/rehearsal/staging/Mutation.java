package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One small difference to a {@link GeneratedState}, of the kinds that may and that may not change an answer. */
public final class Mutation {

    private final Chance chance;
    private final GeneratedState state;
    private final Map<RuleId, Rule> rules;
    private final Map<ReleaseName, Release> releases;
    private final Map<Pins.Key, ReleaseName> pins;

    private Mutation(Chance chance, InMemoryContents contents, Tables tables) {
        this.chance = chance;
        this.state = new GeneratedState(chance, contents);
        this.rules = new HashMap<>(tables.rules());
        this.releases = new HashMap<>(tables.releases());
        this.pins = new HashMap<>(tables.pins().releases());
    }

    public static Tables of(Chance chance, InMemoryContents contents, Tables tables) {
        Mutation mutation = new Mutation(chance, contents, tables);
        do {
            mutation.change(tables);
        } while (chance.oneIn(4));
        return Tables.of(mutation.rules, mutation.releases, new Pins(Map.copyOf(mutation.pins)));
    }

    private void change(Tables tables) {
        switch (chance.between(0, 16)) {
            case 0, 1, 2, 3, 4 -> editRule();
            case 5 -> spellChannelDifferently();
            case 6 -> renumber(tables);
            case 7 -> rules.put(new RuleId(90), state.rule(90).build());
            case 8 -> {
                if (rules.size() > 1) {
                    rules.remove(rule().id());
                }
            }
            case 9, 10, 11 -> replaceRelease();
            case 12, 13 -> moveRelease();
            case 14 -> releases.remove(release().name());
            default -> pins.put(state.pin(), new ReleaseName(GeneratedState.releaseName(chance)));
        }
    }

    private void editRule() {
        Rule donor = state.rule(1).withAlias("other").withComment("other").build();
        RuleField field = chance.oneOf(RuleField.values());
        edit(rule(), field, field.read(donor));
    }

    /** Nothing changes on release. */
    private void spellChannelDifferently() {
        Rule rule = rule();
        if ("release".equals(rule.channel())) {
            edit(rule, RuleField.CHANNEL, "release*");
        } else if ("release-*".equals(rule.channel())) {
            edit(rule, RuleField.CHANNEL, "release-cck-*");
        }
    }

    /** Other ids and other priorities, but the same order of evaluation. */
    private void renumber(Tables tables) {
        List<Rule> inOrder = tables.ruleSet().inOrder();
        List<Long> ids = new ArrayList<>();
        for (long id = 0; id < inOrder.size(); id++) {
            ids.add(200 + id);
        }
        Collections.shuffle(ids, new Random(chance.between(0, Integer.MAX_VALUE)));
        rules.clear();
        for (int place = 0; place < inOrder.size(); place++) {
            RuleId id = new RuleId(ids.get(place));
            Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
            for (RuleField field : RuleField.values()) {
                values.put(field, field.read(inOrder.get(place)));
            }
            values.put(RuleField.PRIORITY, inOrder.size() - place);
            rules.put(id, RuleFields.kept(values).toRule(id, 7));
        }
    }

    private void replaceRelease() {
        Release old = release();
        Release other = state.release(old.name().value());
        releases.put(
                old.name(),
                new Release(old.name(), old.product(), other.readOnly(), other.dataVersion(), other.content()));
    }

    private void moveRelease() {
        Release old = release();
        releases.put(
                old.name(),
                new Release(old.name(), chance.oneOf(GeneratedState.PRODUCTS), old.readOnly(), 1, old.content()));
    }

    private void edit(Rule rule, RuleField field, @Nullable Object value) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        values.put(field, value);
        rules.put(rule.id(), RuleFields.kept(values).applyTo(rule));
    }

    /** Mostly one that Firefox can meet on release. */
    private Rule rule() {
        List<Rule> all =
                rules.values().stream().sorted(Comparator.comparing(Rule::id)).toList();
        List<Rule> met = all.stream()
                .filter(rule -> StagedRules.canMatch(rule, "Firefox", "release"))
                .toList();
        return chance.oneOf(met.isEmpty() || chance.oneIn(4) ? all : met);
    }

    /** Mostly one that such a rule maps to, or a pin. */
    private Release release() {
        List<ReleaseName> named = new ArrayList<>(pins.values());
        ReleaseName mapped = rule().mapping();
        named.add(mapped == null ? new ReleaseName("R0") : mapped);
        named.sort(Comparator.comparing(ReleaseName::value));
        Release release = chance.oneIn(4) ? null : releases.get(chance.oneOf(named));
        return release != null
                ? release
                : chance.oneOf(releases.values().stream()
                        .sorted(Comparator.comparing(other -> other.name().value()))
                        .toList());
    }
}
