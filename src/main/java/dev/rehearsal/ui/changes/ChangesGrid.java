package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.PickColumn;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesAddress.Stage;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets as dense lines: what each does to whom, when, who has signed, and what is wrong with it. */
@Uses(Moment.class)
class ChangesGrid extends Grid<ListedSet> {

    private static final Messages MESSAGES = Messages.beside(ChangesGrid.class);

    private final List<ListedSet> shown = new ArrayList<>();
    private final ListDataProvider<ListedSet> rows = new ListDataProvider<>(shown) {
        @Override
        public Object getId(ListedSet listed) {
            return listed.set().id();
        }
    };
    private final PickColumn<ListedSet, ChangeSetId> picking;
    private final ReadinessInView standings;
    private final Column<ListedSet> progress;

    /**
     * @param standings asked for the lines that are in view only, since each costs some milliseconds
     * @param onPick told whenever somebody picks a set, or takes that back
     */
    ChangesGrid(BackgroundWork work, ReadinessInView.Source standings, Runnable onPick) {
        this.standings = new ReadinessInView(work, standings, rows::refreshAll);
        addDetachListener(detached -> this.standings.forget());
        addClassName("changes-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setItems(rows);
        picking = new PickColumn<>(
                this, listed -> listed.set().id(), listed -> listed.set().title(), onPick);
        addSet();
        addColumn(listed -> listed.audience().sentence())
                .setHeader(MESSAGES.get("list.for"))
                .setWidth("100px")
                .setFlexGrow(2);
        addWhen();
        progress = addChips("signoffs", ChangesGrid::signoffs, "tests", this::tests)
                .setHeader(MESSAGES.get("list.progress"))
                .setWidth("116px")
                .setFlexGrow(1);
        addChips("state", ChangesGrid::state)
                .setHeader(MESSAGES.get("list.state"))
                .setWidth("108px")
                .setFlexGrow(1);
    }

    private void addSet() {
        addColumn(LitRenderer.<ListedSet>of("<a class=\"set\" href=\"${item.path}\">${item.title}</a>"
                                + " <span class=\"number\">${item.number}</span>"
                                + "<span class=\"headline\" title=\"${item.headline}\">${item.headline}</span>")
                        .withProperty(
                                "path",
                                listed -> ChangesNavigation.path(listed.set().id()))
                        .withProperty("title", listed -> listed.set().title())
                        .withProperty(
                                "number",
                                listed -> MESSAGES.get(
                                        "list.number",
                                        listed.set().id().toString(),
                                        PersonName.of(listed.set().author())))
                        .withProperty("headline", ListedSet::headline))
                .setHeader(MESSAGES.get("list.set"))
                .setWidth("150px")
                .setFlexGrow(6);
    }

    private void addWhen() {
        addColumn(LitRenderer.<ListedSet>of("${item.soon ? item.soon : html`" + Moment.template("item.at", "item.form")
                                + "`} ${item.late ? html`<span class=\"chip careful\"><span aria-hidden=\"true\">!</span><span>"
                                + MESSAGES.get("state.late") + "</span></span>` : ''}")
                        .withProperty("at", listed -> when(listed).toString())
                        .withProperty(
                                "soon",
                                listed -> listed.set().isOpen() && listed.set().isAsSoonAsPossible()
                                        ? MESSAGES.get("list.soon")
                                        : "")
                        .withProperty("form", listed -> listed.set().isOpen() ? "due" : "date")
                        .withProperty("late", ListedSet::late))
                .setHeader(MESSAGES.get("list.when"))
                .setWidth("128px")
                .setFlexGrow(2);
    }

    private Column<ListedSet> addChips(String name, Function<ListedSet, List<GridChip>> telling) {
        return addColumn(
                LitRenderer.<ListedSet>of(GridChip.template("item." + name)).withProperty(name, telling::apply));
    }

    private Column<ListedSet> addChips(
            String first,
            Function<ListedSet, List<GridChip>> tellingFirst,
            String second,
            Function<ListedSet, List<GridChip>> tellingSecond) {
        return addColumn(
                LitRenderer.<ListedSet>of(GridChip.template("item." + first) + GridChip.template("item." + second))
                        .withProperty(first, tellingFirst::apply)
                        .withProperty(second, tellingSecond::apply));
    }

    /** Shows how far what is worked out line by line has come; stands beside the lines. */
    Component progress() {
        return standings.progress();
    }

    /** Scroll position stays, since lines are known by their set. */
    void show(Stage stage, List<ListedSet> current) {
        progress.setVisible(stage == Stage.PENDING);
        getColumnByKey(PickColumn.KEY).setVisible(canPick(stage));
        standings.forget();
        shown.clear();
        shown.addAll(current);
        rows.refreshAll();
        picking.retain(current.stream().map(listed -> listed.set().id()).toList());
    }

    /** Whether there is something to do with several sets of a stage at once. */
    static boolean canPick(Stage stage) {
        return stage == Stage.PENDING || stage == Stage.HELD;
    }

    /** Returns those that are picked, as they stand in the list. */
    List<ChangeSetId> picked() {
        return shown.stream()
                .map(listed -> listed.set().id())
                .filter(picking.picked()::contains)
                .toList();
    }

    void pick(List<ChangeSetId> sets) {
        picking.pick(sets);
    }

    private static Instant when(ListedSet listed) {
        return switch (listed.set().state()) {
            case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held(), ChangeSet.Disarmed _ ->
                listed.set().due();
            case ChangeSet.Enacted(var _, Instant at) -> at;
            case ChangeSet.Withdrawn(var _, Instant at) -> at;
        };
    }

    private static List<GridChip> signoffs(ListedSet listed) {
        return listed.signoffs().stream()
                .map(role -> GridChip.of(
                        role.isComplete() ? Tone.GOOD : Tone.CAREFUL,
                        role.isComplete() ? "✓" : "○",
                        MESSAGES.get("signoffs.progress", role.role(), role.given(), role.needed())))
                .toList();
    }

    private List<GridChip> tests(ListedSet listed) {
        Readiness readiness = standings.of(listed);
        if (readiness == null) {
            return standings.isOpen(listed)
                    ? List.of(GridChip.of(
                            Tone.CALM, "…", MESSAGES.get(standings.isStopped() ? "gate.stopped" : "gate.open")))
                    : List.of();
        }
        return readiness.gates().isEmpty() ? List.of() : List.of(test(readiness.gates()));
    }

    private static GridChip test(List<GateFinding> gates) {
        String sentences =
                gates.stream().map(finding -> Sentence.of(finding.sentence())).collect(Collectors.joining(" "));
        if (gates.stream().allMatch(GateFinding::isOpen)) {
            return GridChip.of(Tone.GOOD, "✓", MESSAGES.get("gate.tested"), sentences);
        }
        boolean failed = gates.stream().anyMatch(finding -> finding.result() instanceof GateFinding.Failed);
        return failed
                ? GridChip.of(Tone.BAD, "✕", MESSAGES.get("gate.failed"), sentences)
                : GridChip.of(Tone.CAREFUL, "○", MESSAGES.get("gate.untested"), sentences);
    }

    private static List<GridChip> state(ListedSet listed) {
        if (listed.attention() != null) {
            return List.of(GridChip.of(
                    Tone.BAD, "!", listed.attention().word(), listed.attention().reason()));
        }
        return switch (listed.set().state()) {
            case ChangeSet.Draft() -> List.of(GridChip.of(Tone.CALM, "✎", MESSAGES.get("state.draft")));
            case ChangeSet.Pending() -> List.of(GridChip.of(Tone.CALM, "◷", MESSAGES.get("state.pending")));
            case ChangeSet.Held() -> List.of(GridChip.of(Tone.CALM, "‖", MESSAGES.get("state.held")));
            case ChangeSet.Disarmed(var reason, var _) ->
                List.of(GridChip.of(Tone.BAD, "!", MESSAGES.get("state.disarmed"), reason));
            case ChangeSet.Enacted(var by, var _) ->
                List.of(GridChip.of(Tone.GOOD, "✓", MESSAGES.get("state.enacted"), MESSAGES.get("list.state.by", by)));
            case ChangeSet.Withdrawn(var by, var _) ->
                List.of(GridChip.of(
                        Tone.CALM, "−", MESSAGES.get("state.withdrawn"), MESSAGES.get("list.state.by", by)));
        };
    }
}
