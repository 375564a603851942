package dev.rehearsal.ui.approvals;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.links.SignoffsAddress.Task;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes what signoffs or tests something needs. */
class NeedPanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(NeedPanel.class);

    private final SignoffForm signoffs;
    private final GateForm gate;
    private final FreezeForm window;
    private final RailForm rail;
    private final UrgentForm urgent;
    private final ConfigurationPanel configuration;
    private Task doing = new Task.None();

    NeedPanel(
            RequiredSignoffs requirements,
            Gates gates,
            FreezeWindows windows,
            UrgentRoles urgentRoles,
            ProposalSession proposal,
            ConfigurationPanel.Listener listener) {
        super(MESSAGES.get("panel"), MESSAGES.get("panel.close"), listener::onCancel);
        configuration = new ConfigurationPanel(proposal, listener);
        signoffs = new SignoffForm(requirements, configuration);
        gate = new GateForm(gates, configuration);
        window = new FreezeForm(windows, configuration);
        rail = new RailForm(configuration);
        urgent = new UrgentForm(urgentRoles, configuration);
        addClassName("need-panel");
    }

    /** @return whether the problem is shown beside a field */
    boolean showProblem(Problem problem) {
        return gate.isAttached() && gate.showProblem(problem)
                || window.isAttached() && window.showProblem(problem)
                || rail.isAttached() && rail.showProblem(problem);
    }

    /** What is being entered stays as long as the task does. */
    void show(Task task, NodeState state, Collection<String> products) {
        boolean anew = !task.equals(doing);
        doing = task;
        switch (task) {
            case Task.None() -> removeAll();
            case Task.ForChannel(String product, String channel) -> {
                entitle(
                        product.isEmpty()
                                ? MESSAGES.get("panel.new")
                                : MESSAGES.get("panel.channel", product, channel));
                showSignoffs(product, channel, state, products, anew);
            }
            case Task.ForPermissions(String product) -> {
                entitle(
                        product.isEmpty()
                                ? MESSAGES.get("panel.new.permissions")
                                : MESSAGES.get("panel.permissions", product));
                showSignoffs(product, null, state, products, anew);
            }
            case Task.NewGate(String product, String channel) -> {
                entitle(MESSAGES.get("panel.gate.new"));
                showGate(null, product, channel, state, products, anew);
            }
            case Task.UrgentRoles(String product, String channel) -> {
                entitle(MESSAGES.get("panel.urgent", product, channel));
                place(urgent, configuration);
                urgent.show(product, channel, state, anew);
            }
            case Task.NewWindow() -> {
                entitle(MESSAGES.get("panel.window.new"));
                showWindow(null, state, products, anew);
            }
            case Task.ChangeWindow(String id) -> {
                entitle(MESSAGES.get("panel.window", id));
                showRow(
                        state.circumstances().freezes().rows(),
                        id,
                        found -> showWindow(found, state, products, anew),
                        MESSAGES.get("panel.window.none", id));
            }
            case Task.NewRail() -> {
                entitle(MESSAGES.get("panel.rail.new"));
                showRail(null, state, products, anew);
            }
            case Task.ChangeRail(String id) -> {
                entitle(MESSAGES.get("panel.rail", id));
                showRow(
                        state.circumstances().rails(),
                        id,
                        found -> showRail(found, state, products, anew),
                        MESSAGES.get("panel.rail.none", id));
            }
            case Task.ChangeGate(String id) -> {
                entitle(MESSAGES.get("panel.gate", id));
                showRow(
                        state.circumstances().gates(),
                        id,
                        found -> showGate(found, "", "", state, products, anew),
                        MESSAGES.get("panel.gate.none", id));
            }
        }
    }

    private <R extends NumberedRow<R>> void showRow(List<R> rows, String id, Consumer<R> show, String none) {
        rows.stream()
                .filter(row -> Long.toString(row.id()).equals(id))
                .findFirst()
                .ifPresentOrElse(show, () -> place(new EmptyState(none)));
    }

    private void showSignoffs(
            String product, @Nullable String channel, NodeState state, Collection<String> products, boolean anew) {
        place(signoffs, configuration);
        if (anew) {
            signoffs.start(product, channel, state, products);
        } else {
            signoffs.refresh(state);
            signoffs.entered();
        }
    }

    private void showGate(
            @Nullable Gate found,
            String product,
            String channel,
            NodeState state,
            Collection<String> products,
            boolean anew) {
        place(gate, configuration);
        if (anew) {
            gate.start(found, product, channel, state, products);
        } else {
            gate.refresh(state);
        }
    }

    private void showWindow(@Nullable FreezeWindow found, NodeState state, Collection<String> products, boolean anew) {
        place(window, configuration);
        if (anew) {
            window.start(found, state, products);
        } else {
            window.entered();
        }
    }

    private void showRail(@Nullable GuardRail found, NodeState state, Collection<String> products, boolean anew) {
        place(rail, configuration);
        if (anew) {
            rail.start(found, state, products);
        } else {
            rail.entered();
        }
    }
}
