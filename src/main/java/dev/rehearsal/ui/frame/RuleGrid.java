package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table of rules; what changes shows old and new in place. Scroll position and selection stay when rows are shown
 * anew, since each is known by its key.
 */
@StyleSheet("rule-grid.css")
public abstract class RuleGrid<R extends ChangingRule> extends Grid<R> {

    private static final Messages MESSAGES = Messages.beside(RuleGrid.class);
    private static final String MARK = chip("${item.tone}", "${item.symbol}", "${item.word}", "");

    private final List<R> shown = new ArrayList<>();
    private final ListDataProvider<R> rows = new ListDataProvider<>(shown) {
        @Override
        public Object getId(R row) {
            return key(row);
        }
    };
    private RuleFormatter formatter;

    /** @param ifEmpty what to do where no row is left */
    protected RuleGrid(RuleFormatter formatter, String ifEmpty) {
        this.formatter = formatter;
        addClassName("rule-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        setEmptyStateText(ifEmpty);
        setPartNameGenerator(row -> mark(row).className());
        setItems(rows);
    }

    protected abstract Mark mark(R row);

    /** Returns what the row is known by while the table changes around it. */
    protected abstract Object key(R row);

    protected RuleFormatter telling() {
        return formatter;
    }

    protected void show(List<R> current, RuleFormatter next) {
        if (current.equals(shown) && next.equals(formatter)) {
            return;
        }
        formatter = next;
        shown.clear();
        shown.addAll(current);
        rows.refreshAll();
    }

    /** @return how many rows are left */
    protected int filter(SerializablePredicate<R> wanted) {
        rows.setFilter(wanted);
        return (int) shown.stream().filter(wanted).count();
    }

    protected void addMark(String header) {
        addMark(header, "", renderer -> renderer);
    }

    /**
     * @param further a part of the template for what else is to be said of a row
     * @param with adds the properties that this part needs
     */
    protected void addMark(String header, String further, UnaryOperator<LitRenderer<R>> with) {
        addColumn(with.apply(row("${item.row == 'live' ? html`<span class=\"calm-mark\">${item.word}</span>` : html`"
                                + MARK + "`}" + further)
                        .withProperty("word", row -> mark(row).word())
                        .withProperty("symbol", row -> mark(row).symbol())
                        .withProperty("tone", row -> mark(row).tone().className())))
                .setHeader(header)
                .setWidth("104px")
                .setFlexGrow(0);
    }

    protected void addPriority() {
        addTold("priority", "<div class=\"number ${item.row}\">%s</div>", row -> formatter.priority(row))
                .setHeader(MESSAGES.get("rules.priority"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("66px")
                .setFlexGrow(0);
    }

    /** @param ofRelease what is to be said of the release; null for nothing */
    protected void addServes(ValueProvider<R, @Nullable String> ofRelease) {
        addColumn(row("<div class=\"release ${item.row}\">" + OldAndNew.template("item.serves") + "</div>"
                                + "<div class=\"aside ${item.row}\">" + OldAndNew.template("item.weight") + "</div>"
                                + "${item.release ? html`<div class=\"release-mark\">${item.release}</div>` : ''}")
                        .withProperty("serves", row -> formatter.serves(row))
                        .withProperty("release", ofRelease)
                        .withProperty("weight", row -> formatter.updateType(row)))
                .setHeader(MESSAGES.get("rules.serves"))
                .setWidth("98px")
                .setFlexGrow(4);
    }

    protected void addTo(ValueProvider<R, List<OldAndNew>> criteria) {
        addColumn(row("<div class=\"${item.row}\">${item.criteria.map(told => html`<span class=\"and\">"
                                + MESSAGES.get("rule.and") + "</span><span class=\"criterion\">"
                                + OldAndNew.template("told") + "</span>`)}</div>")
                        .withProperty("criteria", criteria))
                .setHeader(MESSAGES.get("rules.to"))
                .setWidth("86px")
                .setFlexGrow(3);
    }

    protected void addRate() {
        addColumn(row("<div class=\"${item.row} ${item.everyday ? 'everyday' : ''}\">"
                                + OldAndNew.template("item.rate") + "</div>"
                                + "<div class=\"aside release ${item.row}\">" + OldAndNew.template("item.fallback")
                                + "</div>")
                        .withProperty("everyday", row -> row.rule().backgroundRate() == 100)
                        .withProperty("rate", row -> formatter.rate(row))
                        .withProperty("fallback", row -> formatter.fallback(row)))
                .setHeader(MESSAGES.get("rules.rate"))
                .setWidth("78px")
                .setFlexGrow(1);
    }

    /** @param set which change set is at work; empty for none */
    protected void addRule(ValueProvider<R, String> set) {
        addRule(set, row -> null, row -> null);
    }

    /**
     * @param set which change set is at work; empty for none
     * @param requests how many requests it decides for; null where nothing is said of them
     * @param why where that is from
     */
    protected void addRule(
            ValueProvider<R, String> set,
            ValueProvider<R, @Nullable String> requests,
            ValueProvider<R, @Nullable String> why) {
        addColumn(row("<div class=\"rule ${item.row}\">" + OldAndNew.template("item.rule") + "</div>"
                                + "${item.set ? html`<div class=\"by\">${item.set}</div>` : ''}"
                                + "${item.requests ? html`<div class=\"requests\" title=\"${item.why ?? ''}\">"
                                + "${item.requests}</div>` : ''}"
                                + "<div class=\"aside comment ${item.row}\" title=\"${item.comment.now ?? ''}\">"
                                + OldAndNew.template("item.comment") + "</div>")
                        .withProperty("rule", row -> formatter.rule(row))
                        .withProperty("set", set)
                        .withProperty("requests", requests)
                        .withProperty("why", why)
                        .withProperty("comment", row -> formatter.comment(row)))
                .setHeader(MESSAGES.get("rules.rule"))
                .setWidth("88px")
                .setFlexGrow(4);
    }

    private Column<R> addTold(String name, String template, ValueProvider<R, OldAndNew> value) {
        return addColumn(
                row(template.formatted(OldAndNew.template("item." + name))).withProperty(name, value));
    }

    /** For a template: what a chip looks like there. */
    protected static String chip(String tone, String symbol, String word, String title) {
        return "<span class=\"chip %s\" title=\"%s\"><span aria-hidden=\"true\">%s</span><span>%s</span></span>"
                .formatted(tone, title, symbol, word);
    }

    /** A template that can use the row's mark as a class. */
    protected LitRenderer<R> row(String template) {
        return LitRenderer.<R>of(template).withProperty("row", row -> mark(row).className());
    }
}
