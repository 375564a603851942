package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.probe.adoption.AdoptionService;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.AdoptionAddress;
import dev.rehearsal.ui.links.AdoptionNavigation;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import java.util.List;
import java.util.function.Consumer;

/** Removes the copies, all in one set. */
class RetireStep extends Card implements SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(RetireStep.class);

    private static final int MOST_NAMED = 200;

    private final ProposalSession proposal;
    private final Consumer<ChangeSet> onSaved;
    private final Runnable onCancel;
    private final Paragraph figure = new Paragraph();
    private final NativeDetails which = new NativeDetails();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private List<Rule> copies = List.of();

    RetireStep(ProposalSession proposal, Consumer<ChangeSet> onSaved, Runnable onCancel) {
        super(MESSAGES.get("retire"));
        this.proposal = proposal;
        this.onSaved = onSaved;
        this.onCancel = onCancel;
        figure.addClassName("figure");
        addClassName("adoption-step");
    }

    void show(HandKept kept, AdoptionAddress address) {
        copies = kept.copiesToRetire();
        String test = kept.channels().testChannel();
        if (!kept.isMapped()) {
            show(new EmptyState(
                    MESSAGES.get("retire.unmapped", test),
                    AdoptionNavigation.link(MESSAGES.get("step.map"), address.at(AdoptionAddress.Step.MAP))));
            return;
        }
        if (copies.isEmpty()) {
            boolean pending = kept.pairing().rulesLess() > 0;
            show(new EmptyState(
                    MESSAGES.get(
                            pending ? "retire.pending" : "retire.done",
                            test,
                            kept.pairing().rulesLess()),
                    AdoptionNavigation.linkTo(MESSAGES.get("step.candidates"))));
            return;
        }
        figure.setText(MESSAGES.get("retire.figure", copies.size(), test));
        which.setSummaryText(MESSAGES.get("retire.which"));
        UnorderedList list = new UnorderedList();
        copies.stream()
                .limit(MOST_NAMED)
                .map(copy -> new ListItem(RuleNames.link(copy)))
                .forEach(list::add);
        if (copies.size() > MOST_NAMED) {
            list.add(new ListItem(MESSAGES.get("rows.rest", copies.size() - MOST_NAMED)));
        }
        which.setContent(list);
        if (schedule.getParent().isEmpty()) {
            show(figure, which, prospect, schedule);
        }
        schedule.suggest(AdoptionService.title(kept.channels()));
        schedule.allow(proposal.whyNot(
                PermissionName.RULE, Action.DELETE, kept.channels().product()));
        lookAhead();
    }

    private void lookAhead() {
        try {
            prospect.show(proposal.lookAhead(schedule.schedule(), removals()), List.of());
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
        }
    }

    private List<Proposal> removals() {
        return AdoptionService.removals(copies);
    }

    @Override
    public void onChoice() {
        lookAhead();
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        try {
            onSaved.accept(proposal.save(chosen, removals()));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        onCancel.run();
    }
}
