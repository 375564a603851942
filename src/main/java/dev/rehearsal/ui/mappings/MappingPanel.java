package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.links.MappingsAddress.Task;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds, changes or removes one mapping. */
class MappingPanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(MappingPanel.class);

    private final ChannelOverview overview;
    private final MappingForm form = new MappingForm(this::entered);
    private final Paragraph scopeIsFree = new Paragraph(MESSAGES.get("panel.scope-is-free"));
    private final ConfigurationPanel configuration;
    private Task doing = new Task.None();
    private @Nullable NodeState state;
    private @Nullable ChannelMapping mapping;

    MappingPanel(ChannelOverview overview, ProposalSession proposing, ConfigurationPanel.Listener listener) {
        super(MESSAGES.get("panel"), MESSAGES.get("panel.close"), listener::onCancel);
        this.overview = overview;
        this.configuration = new ConfigurationPanel(proposing, listener);
        addClassName("mapping-panel");
    }

    /** @return whether the problem is shown beside a field */
    boolean showProblem(Problem problem) {
        return form.showProblem(problem);
    }

    /** What is being entered stays as long as the task does. */
    void show(Task task, NodeState now, ChannelOffers offers) {
        boolean anew = !task.equals(doing);
        doing = task;
        state = now;
        form.offer(offers, now.queue());
        switch (task) {
            case Task.None() -> removeAll();
            case Task.Add add -> {
                mapping = null;
                entitle(MESSAGES.get("panel.add"));
                if (anew) {
                    form.show(
                            add.product().isEmpty() ? null : add.product(),
                            add.liveChannel(),
                            add.testChannel(),
                            new Scope.WholeQueue());
                }
                place(form, configuration);
                entered();
            }
            case Task.Change(String id) ->
                find(id, now).ifPresentOrElse(found -> change(found, anew), () -> unknown(id));
            case Task.Remove(String id) -> find(id, now).ifPresentOrElse(this::remove, () -> unknown(id));
        }
    }

    private static Optional<ChannelMapping> find(String id, NodeState now) {
        return now.mappings().stream()
                .filter(known -> Long.toString(known.id()).equals(id))
                .findFirst();
    }

    private void unknown(String id) {
        mapping = null;
        entitle(MESSAGES.get("panel.unknown", id));
        place(new EmptyState(MESSAGES.get("panel.unknown.why", id)));
    }

    private void change(ChannelMapping found, boolean anew) {
        boolean moved = !found.equals(mapping);
        mapping = found;
        entitle(MESSAGES.get("panel.change", found.testChannel()));
        if (anew || moved) {
            form.show(found.product(), found.liveChannel(), found.testChannel(), found.scope());
        }
        place(scopeIsFree, form, configuration);
        entered();
    }

    private void remove(ChannelMapping found) {
        mapping = found;
        entitle(MESSAGES.get("panel.remove", found.testChannel()));
        place(configuration);
        if (state != null) {
            configuration.show(new Entered(
                    MESSAGES.get("title.unmap", found.testChannel()),
                    MappingConsequence.ofRemoval(found, state),
                    List.of(RowKinds.MAPPINGS.change(found.id(), found.dataVersion(), null))));
        }
    }

    private void entered() {
        MappingProposal proposal = form.entered();
        NodeState now = state;
        if (proposal == null || now == null) {
            configuration.showNothing(MESSAGES.get("form.choose"));
            return;
        }
        ChannelMapping before = mapping;
        List<Problem> problems = ChannelMappings.problems(
                proposal,
                now.mappings().stream()
                        .filter(other -> before == null || other.id() != before.id())
                        .toList());
        form.showProblems(problems);
        if (!problems.isEmpty()) {
            configuration.showNothing(MESSAGES.get("form.correct"));
        } else if (before != null
                && proposal.differsInScopeAlone(before)
                && proposal.scope().equals(before.scope())) {
            configuration.showNothing(MESSAGES.get("form.unchanged"));
        } else {
            configuration.show(new Entered(
                    title(proposal),
                    MappingConsequence.ofMapping(proposal, overview.asIf(proposal), before),
                    List.of(RowKinds.MAPPINGS.change(
                            before == null ? null : before.id(),
                            before == null ? null : before.dataVersion(),
                            proposal))));
        }
    }

    private String title(MappingProposal proposal) {
        return mapping != null && proposal.differsInScopeAlone(mapping)
                ? MESSAGES.get("title.scope", proposal.testChannel())
                : MESSAGES.get("title.map", proposal.testChannel(), proposal.liveChannel());
    }
}
