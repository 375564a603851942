package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Previews;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.probe.StateChecks;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.changeset.MeasuredRequests;
import dev.rehearsal.ui.changeset.RequestsCard;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.probes.ProbesCard;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A screen that shows a channel: the live rules plus the queue, as far along it as one wants to look. */
@Route(value = "channels/:testChannel?", layout = MainLayout.class)
@PermitAll
@StyleSheet("preview.css")
class PreviewView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(PreviewView.class);

    private final Previews previews;
    private final Questions questions;
    private final ChannelOverview overview;
    private final Clock clock;
    private final PreviewHeader header = new PreviewHeader(this::chooseProduct);
    private final QueueStrip strip = new QueueStrip();
    private final StagedTablePanel table = new StagedTablePanel(this::noteFilter);
    private final AskPanel ask;
    private final Tester testing;
    private final ProbesCard probed;
    private final VerdictBar verdict;
    private final RequestsCard requests;
    private final TrafficCard traffic;
    private final NeedsALook needsALook = new NeedsALook();
    private final Div body;
    private PreviewAddress address = PreviewAddress.of("", (String) null);

    PreviewView(
            Previews previews,
            Questions questions,
            ChannelOverview overview,
            Tester testing,
            BlastRadius radius,
            StateChecks checks,
            MeasuredRequests measured,
            BackgroundWork work,
            Lookback lookback,
            LiveTraffic traffic,
            OpenScreens openScreens,
            Clock clock) {
        this.previews = previews;
        this.questions = questions;
        this.overview = overview;
        this.clock = clock;
        this.testing = testing;
        this.ask = new AskPanel(radius::example, this::ask, new SinceWhen(work, lookback));
        this.probed = new ProbesCard(checks, work, url -> PreviewNavigation.linkTo(url, address.withUrl(url)));
        this.traffic = new TrafficCard(traffic, work, header::showAsked);
        this.verdict = new VerdictBar(testing);
        this.requests = RequestsCard.folded(measured);
        this.body = new Div(table, new Aside(ask, needsALook, this.traffic, probed, verdict.given()));
        body.addClassName("preview-body");
        addClassName("preview");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = PreviewAddress.of(
                entering.getRouteParameters()
                        .get(PreviewNavigation.TEST_CHANNEL)
                        .orElse(""),
                entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return PreviewAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get(
                "page", address.testChannel().isEmpty() ? MESSAGES.get("preview.title") : address.testChannel());
    }

    private void refresh() {
        if (address.testChannel().isEmpty()) {
            boolean isEmpty =
                    overview.liveChannels().isEmpty() && overview.unmapped().isEmpty();
            showInstead(new NoPreview(
                    MESSAGES.get("preview.title"),
                    MESSAGES.get(isEmpty ? "no-preview.none" : "no-preview.choose"),
                    overview));
            return;
        }
        try {
            show(previews.of(address.testChannel(), address.product(), StageSelection.parse(address.through())));
        } catch (RefusedException | IllegalArgumentException e) {
            showInstead(new NoPreview(
                    address.testChannel(),
                    e instanceof RefusedException refused
                            ? Sentence.of(refused)
                            : Sentence.of(String.valueOf(e.getMessage())),
                    overview));
        }
    }

    private void show(Preview preview) {
        if (body.getParent().isEmpty()) {
            removeAll();
            add(header, strip, verdict, requests, body);
        }
        header.show(preview, address, previews.productsOf(address.testChannel()), clock.instant());
        strip.show(preview, address, clock.instant(), tested(preview));
        table.show(preview, address);
        requests.show(preview.table(), address);
        probed.show(preview.table(), preview.state().version());
        verdict.show(preview);
        needsALook.show(preview);
        traffic.show(preview);
        if (address.url().isEmpty()) {
            ask.showUnasked(preview);
        } else {
            ask.show(preview, address.url(), questions.ask(preview, address.url()));
        }
    }

    /** Returns how the state was tested; null for every product, since a verdict is about one. */
    private StateTestStatus.@Nullable Overview tested(Preview preview) {
        String product = preview.table().product();
        return product == null
                ? null
                : testing.tested(preview.state(), preview.table().mapping(), product);
    }

    private void showInstead(NoPreview instead) {
        removeAll();
        add(instead);
    }

    private void chooseProduct(@Nullable String product) {
        PreviewNavigation.open(ui(), address.withProduct(product));
    }

    private void ask(String url) {
        PreviewNavigation.open(ui(), address.withUrl(url));
    }

    private void noteFilter(String text, boolean whole) {
        address = address.withFilter(text, whole);
        PreviewNavigation.note(ui(), address);
        refresh();
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
