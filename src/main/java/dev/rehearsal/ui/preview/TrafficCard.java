package dev.rehearsal.ui.preview;

import static dev.rehearsal.traffic.TrafficSamples.DAY;
import static dev.rehearsal.traffic.TrafficSamples.MONTH;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.LiveTraffic.Sides;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.shares.RequestCountFormatter;
import dev.rehearsal.ui.shares.ShareFormatter;
import dev.rehearsal.ui.shares.SharesLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A card that shows what requests on the live channel get, and what they would get in the state that is looked at: of
 * the last day and of the last month. It tells, too, how many came on the channel that is looked at.
 */
class TrafficCard extends Card implements BackgroundWork.Listener<TrafficCard.Found> {

    private static final Messages MESSAGES = Messages.beside(TrafficCard.class);

    private final LiveTraffic traffic;
    private final BackgroundWork work;
    private final Consumer<String> onAsked;
    private @Nullable Look looked;
    private BackgroundWork.@Nullable Running running;

    /** @param onAsked takes how many requests came on the channel, as people read it; nothing where they are not counted */
    TrafficCard(LiveTraffic traffic, BackgroundWork work, Consumer<String> onAsked) {
        super(MESSAGES.get("traffic"));
        this.traffic = traffic;
        this.work = work;
        this.onAsked = onAsked;
        addClassName("requests-card");
        addDetachListener(detached -> stop());
    }

    /** The state and channel that are looked at. */
    private record Look(NodeState state, @Nullable String product, String channel, StageSelection howFar) {

        boolean isOf(Look other) {
            return state == other.state && isOfSameChannel(other) && howFar.equals(other.howFar);
        }

        boolean isOfSameChannel(Look other) {
            return Objects.equals(product, other.product) && channel.equals(other.channel);
        }
    }

    /**
     * The figures that are known.
     *
     * @param asked as people read it; empty where requests are not counted
     * @param samples one for each span of time of which there is one
     */
    record Found(String asked, List<Sides> samples) {}

    /** Looks once at each state; what it said before of the same channel stays until then. */
    void show(Preview preview) {
        TestChannelPreview table = preview.table();
        Look look = new Look(preview.state(), table.product(), table.mapping().testChannel(), preview.howFar());
        if (looked != null && looked.isOf(look)) {
            return;
        }
        if (looked == null || !looked.isOfSameChannel(look)) {
            show(new Component[0]);
            onAsked.accept("");
        }
        looked = look;
        stop();
        Tables live = preview.state().live();
        Tables staged = table.showsLive() ? live : table.stage().staged();
        String liveChannel = table.mapping().liveChannel();
        getElement().setAttribute("aria-busy", "true");
        running = work.start(UI.getCurrent(), steps -> find(look, liveChannel, live, staged), this);
    }

    private Found find(Look look, String liveChannel, Tables live, Tables staged) {
        String asked = traffic.counts(look.product())
                ? RequestCountFormatter.inDay(
                        traffic.asked(look.product(), look.channel(), DAY).asked())
                : "";
        List<Sides> samples = new ArrayList<>();
        if (look.product() != null) {
            ProductChannel where = new ProductChannel(look.product(), liveChannel);
            for (var back : List.of(DAY, MONTH)) {
                traffic.in(live, where, back)
                        .flatMap(now -> traffic.in(staged, where, back).map(then -> new Sides(now, then)))
                        .ifPresent(samples::add);
            }
        }
        return new Found(asked, samples);
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onProgress(int done, int all) {}

    @Override
    public void onDone(Found found) {
        getElement().removeAttribute("aria-busy");
        onAsked.accept(found.asked());
        if (found.samples().isEmpty()) {
            boolean isOfOne = Optional.ofNullable(looked).map(Look::product).isPresent();
            show(new Paragraph(MESSAGES.get(isOfOne ? "traffic.none" : "traffic.choose")));
            return;
        }
        List<Component> parts = new ArrayList<>();
        found.samples().stream().distinct().forEach(sides -> {
            Div facts = new Div(Sentence.of(ShareFormatter.said(sides.now().sample())));
            facts.addClassName("facts");
            parts.add(new H3(RequestCountFormatter.of(sides.now().sample())));
            parts.add(SharesLine.of(sides.now(), sides.staged()));
            parts.add(facts);
        });
        show(parts.toArray(Component[]::new));
    }

    @Override
    public void onFailed(String id) {
        getElement().removeAttribute("aria-busy");
        looked = null;
        show(new Paragraph(MESSAGES.get("traffic.failed", id)));
    }
}
