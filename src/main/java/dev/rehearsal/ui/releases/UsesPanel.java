package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseUse;
import dev.rehearsal.insight.preview.ReleaseUse.By;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.PinNavigation;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RuleNavigation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A panel that says who needs a release, each with a link, and what is queued for the release itself. */
class UsesPanel extends Div {

    private static final Messages MESSAGES = Messages.beside(UsesPanel.class);

    UsesPanel(ReleaseTable.Row row, ReleaseTable table) {
        addClassName("release-uses");
        Card uses = new Card(MESSAGES.get("tab.uses"));
        uses.show(
                row.uses().isEmpty()
                        ? new EmptyState(MESSAGES.get("uses.nobody"))
                        : new UnorderedList(
                                row.uses().stream().map(use -> item(use, table)).toArray(ListItem[]::new)));
        add(uses);
        if (!row.pending().isEmpty()) {
            Card pending = new Card(MESSAGES.get("pending.title"));
            pending.show(new UnorderedList(
                    row.pending().stream().map(UsesPanel::item).toArray(ListItem[]::new)));
            add(pending);
        }
    }

    private static ListItem item(ChangeSet set) {
        return new ListItem(
                new ChangeSetLink(set),
                new Text(" · "),
                Moment.due(set),
                new Text(" · " + MESSAGES.get("by", set.author().name())));
    }

    private static ListItem item(ReleaseUse use, ReleaseTable table) {
        ListItem item = new ListItem(
                isShadowed(use, table) ? new Chip(Tone.CALM, "◌", MESSAGES.get("when.shadowed")) : when(use.when()));
        switch (use.by()) {
            case By.OfRule(RuleId id, boolean fallback) -> {
                Rule rule = rule(id, table);
                item.add(
                        RuleNavigation.linkTo(ruleName(id, rule), id),
                        facts(MESSAGES.get(fallback ? "use.fallback" : "use.mapping")));
                if (rule != null) {
                    item.add(facts(MESSAGES.get(
                            "use.rule",
                            Objects.requireNonNullElse(rule.product(), MESSAGES.get("every-product")),
                            Objects.requireNonNullElse(rule.channel(), MESSAGES.get("every-channel")),
                            rule.priority(),
                            rule.backgroundRate())));
                }
            }
            case By.OfPin(var pin) ->
                item.add(PinNavigation.linkTo(
                        MESSAGES.get("use.pin", pin.version(), pin.product(), pin.channel()), pin));
            case By.OfParent(var parent) ->
                item.add(ReleaseNavigation.linkTo(parent), facts(MESSAGES.get("use.parent")));
            case By.OfPartial(var release) ->
                item.add(ReleaseNavigation.linkTo(release), facts(MESSAGES.get("use.partial")));
        }
        return item;
    }

    /** Whether it is by a rule that was made by hand for a channel that is mapped now: nobody is served by that. */
    private static boolean isShadowed(ReleaseUse use, ReleaseTable table) {
        Rule rule = use.by() instanceof By.OfRule(RuleId id, var _) ? rule(id, table) : null;
        return rule != null
                && table.state().mappings().stream().anyMatch(mapping -> Shadowed.isForTestChannelAlone(rule, mapping));
    }

    private static @Nullable Rule rule(RuleId id, ReleaseTable table) {
        Rule live = table.state().live().rules().get(id);
        return live == null
                ? table.state().stages().wholeQueue().staged().rules().get(id)
                : live;
    }

    private static String ruleName(RuleId id, @Nullable Rule rule) {
        return "#" + id + (rule == null || rule.alias() == null ? "" : " " + rule.alias());
    }

    private static Component when(ReleaseUse.When when) {
        return switch (when) {
            case LIVE -> new Chip(Tone.GOOD, "●", MESSAGES.get("when.live"));
            case TO_COME -> new Chip(Tone.CAREFUL, "+", MESSAGES.get("when.to-come"));
            case GOING -> new Chip(Tone.CAREFUL, "−", MESSAGES.get("when.going"));
        };
    }

    private static Span facts(String text) {
        Span facts = new Span(text);
        facts.addClassName("facts");
        return facts;
    }

    /** The rules, parents and pins that stand in the way of removing the release. */
    static List<ReleaseUse> needing(ReleaseTable.Row row) {
        return row.uses().stream()
                .filter(use -> use.when() != ReleaseUse.When.GOING)
                .filter(use -> use.by() instanceof By.OfRule || use.by() instanceof By.OfPin)
                .toList();
    }
}
