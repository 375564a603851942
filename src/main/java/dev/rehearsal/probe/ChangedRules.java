package dev.rehearsal.probe;

import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a staged table that answer otherwise than today, and those around them. */
final class ChangedRules {

    private static final int MOST = 60;
    private static final int NEIGHBOURS = 8;

    private final TestChannelPreview preview;

    ChangedRules(TestChannelPreview preview) {
        this.preview = preview;
    }

    /**
     * As they are and as they become, the first {@value #MOST}. Where none does, it is something further down that
     * changes, or a pin, and any rule may lead there.
     */
    Set<Rule> changed() {
        Set<Rule> changed = new LinkedHashSet<>();
        for (StagedRules.Row row : preview.rules().rows()) {
            switch (row.origin()) {
                case StagedRules.Edited(Rule was, var _, var _) -> changed.addAll(List.of(was, row.rule()));
                case StagedRules.Added _ -> changed.add(row.rule());
                case StagedRules.Live() -> {
                    if (Stream.of(row.rule().mapping(), row.rule().fallbackMapping())
                            .anyMatch(this::isChanged)) {
                        changed.add(row.rule());
                    }
                }
            }
        }
        preview.rules().removed().forEach(row -> changed.add(row.rule()));
        if (changed.isEmpty()) {
            preview.rules().rows().forEach(row -> changed.add(row.rule()));
        }
        return changed.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isChanged(@Nullable ReleaseName name) {
        Stage stage = preview.stage();
        return name != null
                && !Objects.equals(
                        stage.live().releases().get(name),
                        stage.staged().releases().get(name));
    }

    /** Returns those that are asked just before a rule and just after it, whether or not it is still there. */
    List<Rule> around(Rule rule) {
        List<Rule> rows =
                preview.rules().rows().stream().map(StagedRules.Row::rule).toList();
        int before = (int) rows.stream().filter(other -> isBefore(other, rule)).count();
        return rows.subList(Math.max(0, before - NEIGHBOURS), Math.min(rows.size(), before + NEIGHBOURS + 1));
    }

    private static boolean isBefore(Rule one, Rule other) {
        return one.priority() > other.priority()
                || one.priority() == other.priority() && one.id().compareTo(other.id()) < 0;
    }
}
