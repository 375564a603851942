package dev.rehearsal.ui.channels;

import static dev.rehearsal.traffic.TrafficSamples.MONTH;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.LiveTraffic.Sides;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.shares.RequestCountFormatter;
import dev.rehearsal.ui.shares.ShareFormatter;
import dev.rehearsal.ui.shares.SharesLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what requests of the last day get on one live channel; those of the last month for whoever wants to see them.
 */
class LaneShares extends Div implements BackgroundWork.Listener<Optional<Sides>> {

    private static final Messages MESSAGES = Messages.beside(LaneShares.class);

    private final ProductChannel where;
    private final boolean several;
    private final LiveTraffic traffic;
    private final BackgroundWork work;
    private final Div month = new Div();
    private @Nullable Sides shown;

    /** @param several whether the channel is shown for several products */
    LaneShares(ProductChannel where, boolean several, LiveTraffic traffic, BackgroundWork work) {
        this.where = where;
        this.several = several;
        this.traffic = traffic;
        this.work = work;
        addClassName("lane-shares");
    }

    ProductChannel where() {
        return where;
    }

    /** @param day null where there is no sample */
    void show(@Nullable Sides day) {
        if (day == null || day.equals(shown)) {
            return;
        }
        shown = day;
        removeAll();
        month.removeAll();
        if (several) {
            Span product = new Span(String.valueOf(where.product()));
            product.addClassName("facts");
            add(product);
        }
        add(SharesLine.brief(day.now(), day.staged()));
        Div from = facts(Sentence.of(ShareFormatter.said(day.now().sample())));
        NativeDetails details =
                new NativeDetails(RequestCountFormatter.of(day.now().sample()), new Div(from, month));
        details.addClassName("facts");
        details.addToggleListener(toggled -> {
            if (toggled.isOpened() && month.getComponentCount() == 0) {
                work.start(UI.getCurrent(), steps -> traffic.withQueue(where, MONTH), this);
            }
        });
        add(details);
    }

    @Override
    public void onProgress(int done, int all) {}

    @Override
    public void onDone(Optional<Sides> found) {
        month.removeAll();
        found.ifPresent(sides -> month.add(
                new Span(RequestCountFormatter.of(sides.now().sample())),
                SharesLine.brief(sides.now(), sides.staged()),
                facts(Sentence.of(ShareFormatter.said(sides.now().sample())))));
    }

    @Override
    public void onFailed(String id) {
        month.add(facts(MESSAGES.get("traffic.failed", id)));
    }

    private static Div facts(String text) {
        Div facts = new Div(text);
        facts.addClassName("facts");
        return facts;
    }
}
