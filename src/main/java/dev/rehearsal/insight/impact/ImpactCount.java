package dev.rehearsal.insight.impact;

import dev.rehearsal.insight.impact.ChannelImpact.ReleaseLine;
import dev.rehearsal.insight.impact.ChannelImpact.Trait;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Movement;
import dev.rehearsal.serve.impact.Movement.Flow;
import dev.rehearsal.serve.impact.Movements;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Goes through those who get something else, once, and counts them in every way that is told. */
final class ImpactCount {

    private static final int MOST_LINES = 12;

    private final Population population;
    private final Counted losing = new Counted();
    private final Losers losers = new Losers();
    private final Counted older = new Counted();
    private final Map<ReleaseMove.Key, Counted> moves = new LinkedHashMap<>();
    private final Map<ReleaseMove.Key, ReleaseMove> named = new LinkedHashMap<>();
    private final Map<Trait, Map<String, Counted>> traits = new EnumMap<>(Trait.class);

    private ImpactCount(Population population) {
        this.population = population;
    }

    static ChannelImpact of(Movements movements) {
        ImpactCount count = new ImpactCount(movements.population());
        movements.moving().forEach(count::add);
        return count.told(movements);
    }

    private void add(Movement movement) {
        RequestClass asked = movement.asked();
        double changed = 0;
        double lost = 0;
        double aged = 0;
        Map<ReleaseMove.Key, Double> parts = new LinkedHashMap<>();
        for (Flow flow : movement.flows()) {
            ReleaseMove move = ReleaseMove.of(flow);
            named.putIfAbsent(move.key(), move);
            parts.merge(move.key(), flow.share(), Double::sum);
            changed += flow.share();
            lost += flow.losesUpdate() ? flow.share() : 0;
            aged += flow.isOlder(asked.query()) ? flow.share() : 0;
        }
        parts.forEach(
                (key, part) -> moves.computeIfAbsent(key, _ -> new Counted()).add(asked, part));
        losing.add(asked, lost);
        if (lost > 0) {
            losers.add(asked);
        }
        older.add(asked, aged);
        for (Trait trait : Trait.values()) {
            traits.computeIfAbsent(trait, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(said(trait, asked.query()), _ -> new Counted())
                    .add(asked, changed);
        }
    }

    private static String said(Trait trait, UpdateQuery query) {
        return switch (trait) {
            case VERSION -> query.version();
            case SYSTEM -> SystemName.of(query);
            case LOCALE -> Objects.requireNonNullElse(query.locale(), "none");
        };
    }

    private ChannelImpact told(Movements movements) {
        Map<Trait, List<ImpactLine>> by = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            by.put(trait, lines(traits.getOrDefault(trait, Map.of())));
        }
        List<ReleaseLine> shown = inOrder(moves).stream()
                .map(entry -> {
                    ReleaseMove move = Objects.requireNonNull(named.get(entry.getKey()));
                    return new ReleaseLine(
                            move.before(), move.after(), entry.getValue().line(move.said(), population));
                })
                .toList();
        return new ChannelImpact(
                population.where(),
                population.source(),
                population.from(),
                population.until(),
                population.sampled(),
                population.asked(),
                movements.changed(),
                shown,
                losing.line("no update any more", population),
                losers.told(),
                older.line("something older", population),
                by);
    }

    private List<ImpactLine> lines(Map<String, Counted> counted) {
        return inOrder(counted).stream()
                .map(entry -> entry.getValue().line(entry.getKey(), population))
                .toList();
    }

    private static <K> List<Map.Entry<K, Counted>> inOrder(Map<K, Counted> counted) {
        Comparator<Map.Entry<K, Counted>> most =
                Comparator.comparingDouble(entry -> -entry.getValue().weight());
        return counted.entrySet().stream().sorted(most).limit(MOST_LINES).toList();
    }
}
