package dev.rehearsal.monitor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What all probes of a pair got, at one moment, on one channel. */
public record View(Map<Probe, Answer> answers) {

    public View {
        answers = Map.copyOf(answers);
    }

    /** Returns what is answered here and was not before, and what was and is no more. */
    public Set<Atom> changesSince(View before) {
        Set<Atom> changes = new LinkedHashSet<>();
        Set<Probe> asked = new LinkedHashSet<>(answers.keySet());
        asked.addAll(before.answers().keySet());
        asked.forEach(probe -> addChanges(probe, before, changes));
        return changes;
    }

    private void addChanges(Probe probe, View before, Set<Atom> changes) {
        Answer was = before.at(probe);
        Answer is = at(probe);
        if (!is.rule().equals(Answer.NO_RULE)) {
            if (!probe.shared() && !was.rule().equals(is.rule())) {
                changes.add(new Atom.Matches(is.rule(), probe));
            }
            is.lines().stream()
                    .map(line -> new Atom.Serves(is.rule(), probe.variant(), line))
                    .filter(atom -> !before.shows(atom))
                    .forEach(changes::add);
        }
        if (was.rule().equals(Answer.NO_RULE)) {
            return;
        }
        if (!was.rule().equals(is.rule())) {
            changes.add(probe.shared() ? new Atom.Overtaken(was.rule(), probe) : new Atom.Left(was.rule(), probe));
        }
        was.lines().stream()
                .map(line -> new Atom.Dropped(was.rule(), probe.variant(), line))
                .filter(this::shows)
                .forEach(changes::add);
    }

    /** Whether somebody who sees this sees that, too. */
    public boolean shows(Atom atom) {
        return switch (atom) {
            case Atom.Matches(String rule, Probe probe) -> at(probe).rule().equals(rule);
            case Atom.Left(String rule, Probe probe) -> !at(probe).rule().equals(rule);
            case Atom.Overtaken(String rule, Probe probe) -> !at(probe).rule().equals(rule);
            case Atom.Serves(String rule, String variant, String line) -> serves(rule, variant, line);
            case Atom.Dropped(String rule, String variant, String line) -> !serves(rule, variant, line);
        };
    }

    /** Whether a rule answers anybody who is its own client. */
    boolean has(String rule) {
        return answers.entrySet().stream()
                .anyMatch(one -> !one.getKey().shared() && one.getValue().rule().equals(rule));
    }

    /** Returns the rules that serve whom dice let through and have nothing for the others, as far as clients can see. */
    Set<String> rulesWithoutFallback() {
        return rulesOfUnluckyClients(Answer::servesSomething);
    }

    /** Whether a rule, whatever it serves, has nothing for a client for whom dice fall badly. */
    boolean servesNothingToTheUnlucky(String rule) {
        return rulesOfUnluckyClients(_ -> true).contains(rule);
    }

    private Set<String> rulesOfUnluckyClients(Predicate<Answer> withLuck) {
        Set<String> rules = new LinkedHashSet<>();
        answers.forEach((probe, unlucky) -> {
            if (probe.isUnlucky() && !unlucky.servesSomething()) {
                answers.forEach((other, lucky) -> {
                    if (probe.isUnluckyTwinOf(other) && withLuck.test(lucky)) {
                        rules.add(lucky.rule());
                    }
                });
            }
        });
        return rules;
    }

    private boolean serves(String rule, String variant, String line) {
        return answers.entrySet().stream()
                .anyMatch(one -> one.getKey().variant().equals(variant)
                        && one.getValue().rule().equals(rule)
                        && one.getValue().lines().contains(line));
    }

    private Answer at(Probe probe) {
        return answers.getOrDefault(probe, new Answer(Answer.NO_RULE, List.of()));
    }
}
