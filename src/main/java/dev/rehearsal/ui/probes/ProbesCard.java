package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.probe.StateChecks;
import dev.rehearsal.probe.StateChecks.Checked;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProgressLine;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ProbesAddress;
import dev.rehearsal.ui.links.ProbesNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A card for whoever is about to vouch for a state: whether its probes get what they must, and who gets something else
 * than today.
 */
@StyleSheet("probes.css")
public class ProbesCard extends Card implements BackgroundWork.Listener<Checked> {

    private static final Messages MESSAGES = Messages.beside(ProbesCard.class);

    private final StateChecks checks;
    private final BackgroundWork work;
    private final Function<String, Component> asking;
    private final ProgressLine progress = new ProgressLine(MESSAGES.get("running"), this::stop, this::check);
    private @Nullable State checked;
    private @Nullable SnapshotVersion checkedAt;
    private @Nullable TestChannelPreview preview;
    private BackgroundWork.@Nullable Running running;

    private record State(String testChannel, String product, Fingerprint live, Fingerprint staged) {}

    /** @param asking makes a link to where a URL is asked */
    public ProbesCard(StateChecks checks, BackgroundWork work, Function<String, Component> asking) {
        super(MESSAGES.get("title"));
        this.checks = checks;
        this.work = work;
        this.asking = asking;
        addClassName("probes-card");
        addDetachListener(detached -> {
            stop();
            checked = null;
        });
    }

    /** @param written the version of the tables: probes are other ones only where something was written */
    public void show(TestChannelPreview shown, SnapshotVersion written) {
        String product = shown.product();
        setVisible(product != null);
        if (product == null) {
            return;
        }
        State next = new State(shown.mapping().testChannel(), product, shown.liveFingerprint(), shown.fingerprint());
        if (next.equals(checked) && written.equals(checkedAt)) {
            return;
        }
        stop();
        if (!next.equals(checked)) {
            progress.begin();
            show(progress);
        }
        preview = shown;
        checked = next;
        checkedAt = written;
        check();
    }

    private void check() {
        TestChannelPreview asked = preview;
        if (asked != null) {
            running = work.start(UI.getCurrent(), steps -> checks.of(asked, steps::made), this);
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onProgress(int done, int all) {
        progress.made(done, all);
    }

    @Override
    public void onFailed(String id) {
        show(new Chip(Tone.BAD, "!", MESSAGES.get("not-run", id)));
    }

    @Override
    public void onDone(Checked found) {
        TestChannelPreview of = preview;
        if (of == null || of.product() == null) {
            return;
        }
        List<Component> parts = new ArrayList<>();
        parts.add(probes(of, of.product(), found));
        if (!found.failing().isEmpty()) {
            parts.add(new UnorderedList(
                    found.failing().stream().map(ProbesCard::failing).toArray(ListItem[]::new)));
        }
        parts.add(radius(of, found.radius()));
        show(parts.toArray(Component[]::new));
    }

    private static Component probes(TestChannelPreview of, String product, Checked found) {
        String live = of.mapping().liveChannel();
        if (found.probes().isEmpty()) {
            return new Paragraph(
                    new Span(MESSAGES.get("card.none", product, live)),
                    ProbesNavigation.link(
                            MESSAGES.get("add"),
                            ProbesAddress.ALL.about(product, live, "").doing(new ProbesAddress.Task.Add("", ""))));
        }
        int failing = found.failing().size();
        int all = found.probes().size();
        return new Paragraph(
                ProbeFormatter.chip(failing == 0),
                ProbesNavigation.linkTo(
                        failing == 0
                                ? MESSAGES.get("card.all-pass", all)
                                : MESSAGES.get("card.some-fail", failing, all),
                        product,
                        live));
    }

    private static ListItem failing(ProbeResult result) {
        return new ListItem(
                ProbesNavigation.link(
                        result.probe().name(),
                        ProbesAddress.ALL.doing(new ProbesAddress.Task.Change(
                                Long.toString(result.probe().id())))),
                new Span(MESSAGES.get(
                        "card.failing",
                        ProbeFormatter.said(result.got()),
                        ProbeFormatter.said(result.probe().expected()))));
    }

    private Component radius(TestChannelPreview of, Radius radius) {
        if (of.showsLive()) {
            return new Paragraph(MESSAGES.get("radius.live", of.mapping().liveChannel()));
        }
        if (radius.changes().isEmpty()) {
            return new Paragraph(MESSAGES.get("radius.none", radius.asked()));
        }
        Div changes = new Div();
        changes.addClassName("radius");
        radius.changes().forEach(change -> changes.add(change(change)));
        NativeDetails details =
                new NativeDetails(new Span(MESSAGES.get("radius.some", radius.differing(), radius.asked())), changes);
        return details;
    }

    private Component change(Radius.Change change) {
        UnorderedList examples = new UnorderedList();
        for (String url : change.examples()) {
            ListItem example = new ListItem(asking.apply(url));
            example.addClassName("mono");
            examples.add(example);
        }
        return new NativeDetails(
                new Span(MESSAGES.get("radius.change", change.queries(), change.after(), change.before())), examples);
    }
}
