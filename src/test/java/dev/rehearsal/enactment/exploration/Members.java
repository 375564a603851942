package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Tables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What clients of one channel, and of its partners, can get: a plain reading of the tables.
 *
 * @param atoms each by itself
 * @param state all of it in the order in which it decides, with the channel
 */
record Members(Set<Atom> atoms, String state) {

    private static final Map<Asked, Members> KNOWN = new HashMap<>();

    private record Asked(
            int tables,
            String channel,
            List<?> mappings,
            List<?> gates,
            SignoffPolicy policy,
            List<?> windows,
            List<?> rails) {}

    /** The configuration around a channel is part of what its clients get. */
    static Members of(World world, Tables tables, String channel) {
        Tables plain = Interned.tables(tables);
        return KNOWN.computeIfAbsent(
                new Asked(
                        Interned.numberOf(plain),
                        channel,
                        world.mappings,
                        world.gates,
                        world.policy,
                        world.windows,
                        world.rails),
                unseen -> read(world, plain, channel));
    }

    private static Members read(World world, Tables tables, String channel) {
        Set<Atom> atoms = new HashSet<>();
        StringBuilder state = new StringBuilder(channel);
        boolean shown = false;
        for (var mapping : world.mappings) {
            if (mapping.testChannel().equals(channel)) {
                shown = true;
            }
            if (mapping.testChannel().equals(channel) || mapping.liveChannel().equals(channel)) {
                atoms.add(Facts.of(mapping.product(), mapping.liveChannel(), mapping.testChannel()));
            }
        }
        world.policy.forChannels().stream()
                .filter(required -> required.channel().equals(channel))
                .forEach(required -> atoms.add(Facts.of(required)));
        world.rails.stream()
                .filter(rail -> rail.liveChannel().equals(channel))
                .forEach(rail -> atoms.add(Facts.of(rail)));
        world.windows.stream()
                .filter(window -> channel.equals(window.liveChannel()))
                .forEach(window -> atoms.add(Facts.of(window)));
        world.policy.urgent().stream()
                .filter(urgent -> urgent.channel().equals(channel))
                .forEach(urgent -> atoms.add(Facts.of(urgent)));
        world.gates.stream()
                .filter(gate -> gate.liveChannel().equals(channel))
                .forEach(gate -> atoms.add(Facts.of(gate)));
        if (shown) {
            return new Members(atoms, state.append(" shows another one").toString());
        }
        Deque<ReleaseName> toVisit = new ArrayDeque<>();
        for (Rule rule : tables.ruleSet().inOrder()) {
            if (matches(rule.channel(), channel)) {
                Facts.of(rule, atoms);
                for (RuleField field : Facts.COLUMNS) {
                    if (field != RuleField.PRIORITY) {
                        state.append('|').append(field.read(rule));
                    }
                }
                named(rule).forEach(toVisit::add);
            }
        }
        List<String> pins = new ArrayList<>();
        tables.pins().releases().forEach((pin, name) -> {
            if (pin.channel().equals(channel)) {
                atoms.add(Facts.of(pin, name));
                pins.add(pin + "=" + name);
                toVisit.add(name);
            }
        });
        pins.stream().sorted().forEach(pin -> state.append('|').append(pin));
        Set<ReleaseName> reached = new TreeSet<>();
        while (!toVisit.isEmpty()) {
            ReleaseName name = toVisit.remove();
            if (reached.add(name)) {
                Release row = tables.releases().get(name);
                if (row != null) {
                    toVisit.addAll(Cast.CONTENTS.references(row.content()).children());
                }
            }
        }
        for (ReleaseName name : reached) {
            Release row = tables.releases().get(name);
            Facts.of(name, row, atoms);
            state.append('|').append(name).append(row == null ? "absent" : row.content());
        }
        return new Members(Set.copyOf(atoms), state.toString());
    }

    static List<ReleaseName> named(Rule rule) {
        List<ReleaseName> names = new ArrayList<>();
        if (rule.mapping() != null) {
            names.add(rule.mapping());
        }
        if (rule.fallbackMapping() != null) {
            names.add(rule.fallbackMapping());
        }
        return names;
    }

    private static boolean matches(@Nullable String pattern, String channel) {
        return pattern == null || pattern.equals(channel) || pattern.startsWith(channel + "-cck-");
    }

    /** Every row that there is, by name. */
    static Set<String> rows(World world) {
        Set<String> rows = new HashSet<>();
        world.live.releases().keySet().forEach(name -> rows.add(Facts.row(name)));
        world.live.pins().releases().keySet().forEach(pin -> rows.add(pin.toString()));
        world.shutoffs.forEach(shutoff -> rows.add(Facts.row(shutoff)));
        world.policy
                .forChannels()
                .forEach(required -> rows.add(Facts.of(required).row()));
        world.policy.urgent().forEach(urgent -> rows.add(Facts.of(urgent).row()));
        return rows;
    }
}
