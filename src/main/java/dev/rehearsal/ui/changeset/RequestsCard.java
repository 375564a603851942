package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ImpactRun;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.ProgressLine;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PreviewAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card that says which share of what clients asked would get something else: a sentence, a picture, and a table that
 * leads to queries.
 */
@StyleSheet("impact.css")
public class RequestsCard extends Card implements BackgroundWork.Listener<List<ChannelImpact>> {

    private static final Messages MESSAGES = Messages.beside(RequestsCard.class);

    private final MeasuredRequests measured;
    private final boolean folded;
    private final ProgressLine progress = new ProgressLine(MESSAGES.get("requests.counting"), this::stop, this::listen);
    private @Nullable ImpactRun shown;
    private Asking asking = (_, _) -> Optional.empty();
    private BackgroundWork.@Nullable Running running;
    private Runnable onPicture = () -> {};

    /** Finds where a query is asked of what goes live. */
    interface Asking {

        Optional<PreviewAddress> address(ProductChannel where, AskedUrl asked);
    }

    public RequestsCard(MeasuredRequests measured) {
        this(measured, false);
    }

    private RequestsCard(MeasuredRequests measured, boolean folded) {
        super(MESSAGES.get("requests"));
        this.measured = measured;
        this.folded = folded;
        addClassNames("impact", "requests");
        setVisible(false);
        addDetachListener(detached -> {
            stop();
            shown = null;
        });
    }

    /** Makes one for a screen that is about one channel anyway: a sentence, and the rest for those who want it. */
    public static RequestsCard folded(MeasuredRequests measured) {
        return new RequestsCard(measured, true);
    }

    /** Runs this once there is a picture of what was measured. */
    public RequestsCard onPicture(Runnable then) {
        onPicture = then;
        return this;
    }

    /** Not shown at all where nothing is known of requests. */
    public void show(ChangeSet set) {
        show(
                measured.of(set),
                (where, asked) -> Optional.of(new PreviewAddress(
                        where.channel(),
                        where.product(),
                        new StageSelection.Through(set.id()).wireForm(),
                        asked.path(),
                        "",
                        false)));
    }

    /** @param address of what is shown */
    public void show(TestChannelPreview preview, PreviewAddress address) {
        show(measured.of(preview), (_, asked) -> Optional.of(address.withUrl(asked.path())));
    }

    private void show(ImpactRun run, Asking asked) {
        if (run == shown) {
            return;
        }
        stop();
        shown = run;
        asking = asked;
        Optional<List<ChannelImpact>> known = run.now();
        if (known.isPresent()) {
            onDone(known.get());
        } else {
            listen();
        }
    }

    private void listen() {
        ImpactRun run = shown;
        if (run != null) {
            running = measured.listen(UI.getCurrent(), run, this);
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onProgress(int done, int all) {
        setVisible(true);
        progress.made(done, all);
        show(progress);
    }

    @Override
    public void onFailed(String id) {
        setVisible(true);
        show(new Chip(Tone.BAD, "!", MESSAGES.get("requests.failed", id)));
    }

    @Override
    public void onDone(List<ChannelImpact> found) {
        setVisible(!found.isEmpty());
        show(found.stream().map(this::channel).toArray(Component[]::new));
        if (found.stream().anyMatch(impact -> !impact.changed().isOfNone())) {
            onPicture.run();
        }
    }

    private Component channel(ChannelImpact impact) {
        List<Component> parts = new ArrayList<>();
        if (!folded) {
            parts.add(new H3(MESSAGES.get(
                    "impact.channel",
                    Products.named(impact.where().product()),
                    impact.where().channel())));
        }
        Paragraph sentence = new Paragraph(impact.sentence());
        sentence.addClassName(
                impact.losing().share().isOfNone() && impact.older().share().isOfNone() ? "said" : "warns");
        parts.add(sentence);
        if (impact.changed().isOfNone()) {
            parts.add(source(impact));
        } else if (folded) {
            parts.add(new NativeDetails(
                    MESSAGES.get("requests.picture"),
                    new Div(FlowPicture.of(impact), new RequestsTable(impact, asking), source(impact))));
        } else {
            parts.add(FlowPicture.of(impact));
            parts.add(new NativeDetails(MESSAGES.get("requests.table"), new RequestsTable(impact, asking)));
            parts.add(source(impact));
        }
        Div channel = new Div(parts.toArray(Component[]::new));
        channel.addClassName("on-channel");
        return channel;
    }

    private static Component source(ChannelImpact impact) {
        Paragraph source = new Paragraph(MESSAGES.parts(
                "requests.source",
                impact.counted(),
                impact.source(),
                Moment.date(impact.from()),
                Moment.date(impact.until())));
        source.addClassName("source");
        return source;
    }
}
