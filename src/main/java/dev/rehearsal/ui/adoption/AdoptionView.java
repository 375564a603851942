package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.probe.adoption.ChannelPair;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.AdoptionAddress;
import dev.rehearsal.ui.links.AdoptionAddress.Step;
import dev.rehearsal.ui.links.AdoptionNavigation;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.SavedNote;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The wizard that turns a test channel kept by hand into a computed one. */
@Route(value = "mappings/adoption", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("adoption.css")
class AdoptionView extends Main
        implements Addressed, BeforeEnterObserver, HasDynamicTitle, ConfigurationPanel.Listener {

    private static final Messages MESSAGES = Messages.beside(AdoptionView.class);

    private final Adoption adoption;
    private final ProposalSession proposal;
    private final Clock clock;
    private final H1 heading = new H1();
    private final Div asOf = new Div();
    private final StepList steps = new StepList();
    private final SavedNote saved = new SavedNote();
    private final Div body = new Div();
    private final Div next = new Div();
    private final PairingCard rows = new PairingCard();
    private final CandidatesStep candidates;
    private final AnswersCard answers;
    private final MapStep map;
    private final RetireStep retire;
    private AdoptionAddress address = AdoptionAddress.CANDIDATES;

    AdoptionView(
            Adoption adoption, ProposalSession proposal, BackgroundWork work, OpenScreens openScreens, Clock clock) {
        this.adoption = adoption;
        this.proposal = proposal;
        this.clock = clock;
        this.candidates = new CandidatesStep(adoption, work);
        this.answers = new AnswersCard(adoption, work);
        this.map = new MapStep(proposal, this);
        this.retire = new RetireStep(proposal, this::onSaved, this::onCancel);
        asOf.addClassName("facts");
        Header header = new Header(heading, asOf);
        header.addClassName("screen-header");
        body.addClassName("adoption-body");
        next.addClassName("next-step");
        addClassName("adoption");
        add(header, steps, saved, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = AdoptionAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return AdoptionAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    private void refresh() {
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        steps.show(address);
        saved.show(Optional.ofNullable(address.saved())
                .flatMap(id -> proposal.find(new ChangeSetId(id)))
                .orElse(null));
        ChannelPair channels = address.channels();
        if (channels == null) {
            heading.setText(MESSAGES.get("heading"));
            showCandidates();
            return;
        }
        heading.setText(MESSAGES.get("heading.of", channels.testChannel(), Products.named(channels.product())));
        try {
            show(adoption.find(channels));
        } catch (RefusedException refused) {
            place(new EmptyState(Sentence.of(refused), AdoptionNavigation.linkTo(MESSAGES.get("step.candidates"))));
        }
    }

    private void showCandidates() {
        place(candidates);
        candidates.look();
    }

    private void show(HandKept kept) {
        switch (address.step()) {
            case CANDIDATES -> showCandidates();
            case DIFFERENCES -> {
                rows.show(kept);
                Step following = kept.isMapped() ? Step.RETIRE : Step.MAP;
                next.removeAll();
                next.add(AdoptionNavigation.link(MESSAGES.get("next." + following.wireName()), address.at(following)));
                place(rows, answers, next);
                answers.show(kept, UI.getCurrent());
            }
            case MAP -> {
                map.show(kept, address);
                place(map);
            }
            case RETIRE -> {
                retire.show(kept, address);
                place(retire);
            }
        }
    }

    /** Whatever stays is left alone: somebody may be typing in it. */
    private void place(Component... parts) {
        if (!body.getChildren().toList().equals(List.of(parts))) {
            body.removeAll();
            body.add(parts);
        }
    }

    @Override
    public void onSaved(ChangeSet set) {
        AdoptionNavigation.open(UI.getCurrent(), address.after(set.id().value()));
    }

    @Override
    public void onCancel() {
        AdoptionNavigation.open(UI.getCurrent(), address.at(Step.DIFFERENCES));
    }

    @Override
    public boolean onProblem(Problem problem) {
        return false;
    }
}
