package dev.rehearsal.ui.channels;

import static dev.rehearsal.traffic.TrafficSamples.DAY;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.LiveTraffic.Sides;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.shares.RequestCountFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out what requests get on each live channel, and whether any came on test channels, while the rest of Home is
 * there already. What was found before stays until there is something newer.
 */
class ChannelTraffic implements BackgroundWork.Listener<ChannelTraffic.Found> {

    private static final Messages MESSAGES = Messages.beside(ChannelTraffic.class);

    /** How many channels are drawn at most. */
    private static final int MOST_DRAWN = 40;

    private final LiveTraffic traffic;
    private final BackgroundWork work;
    private final Map<ProductChannel, LaneShares> live = new LinkedHashMap<>();
    private final Map<ProductChannel, Span> tests = new LinkedHashMap<>();
    private final Div nothing = new Div(MESSAGES.get("traffic.none"));
    private Found found = new Found(Map.of(), Map.of());
    private BackgroundWork.@Nullable Running running;

    ChannelTraffic(LiveTraffic traffic, BackgroundWork work) {
        this.traffic = traffic;
        this.work = work;
        nothing.addClassName("facts");
        nothing.setVisible(false);
    }

    /**
     * The figures that are known.
     *
     * @param shares of channels of which there is a sample
     * @param asked how many requests came on test channels; none of products whose requests are not counted
     */
    record Found(Map<ProductChannel, Sides> shares, Map<ProductChannel, Long> asked) {}

    /** Stands below the table where nothing is known of any channel. */
    Component nothing() {
        return nothing;
    }

    /** The channels are shown anew. */
    void clear() {
        live.clear();
        tests.clear();
    }

    /** Where it is drawn for one channel; of a mapping for every product, for those products that have answers there. */
    Component[] ofLive(Lane lane) {
        String channel = lane.channel().channel();
        if (channel.isEmpty()) {
            return new Component[0];
        }
        List<String> products = lane.channel().product() == null
                ? lane.channel().answers().keySet().stream()
                        .limit(ChannelTable.MOST_ANSWERS)
                        .toList()
                : List.of(lane.channel().product());
        List<LaneShares> slots = products.stream()
                .map(product ->
                        new LaneShares(new ProductChannel(product, channel), products.size() > 1, traffic, work))
                .toList();
        slots.forEach(slot -> live.put(slot.where(), slot));
        show();
        return slots.toArray(Component[]::new);
    }

    /** Where it is said of a test channel; product null for every product. */
    Component ofTest(@Nullable String product, String channel) {
        Span slot = new Span();
        tests.put(new ProductChannel(product, channel), slot);
        show();
        return slot;
    }

    void look() {
        stop();
        List<ProductChannel> drawn = live.keySet().stream().limit(MOST_DRAWN).toList();
        List<ProductChannel> counted = List.copyOf(tests.keySet());
        live.values().forEach(slot -> slot.getElement().setAttribute("aria-busy", "true"));
        running = work.start(UI.getCurrent(), steps -> find(drawn, counted, steps), this);
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private Found find(List<ProductChannel> drawn, List<ProductChannel> counted, BackgroundWork.Steps steps) {
        Map<ProductChannel, Sides> shares = new HashMap<>();
        Map<ProductChannel, Long> asked = new HashMap<>();
        for (ProductChannel test : counted) {
            if (traffic.counts(test.product())) {
                asked.put(
                        test, traffic.asked(test.product(), test.channel(), DAY).asked());
            }
        }
        int done = 0;
        for (ProductChannel where : drawn) {
            traffic.withQueue(where, DAY).ifPresent(sides -> shares.put(where, sides));
            steps.made(++done, drawn.size());
        }
        return new Found(shares, asked);
    }

    @Override
    public void onProgress(int done, int all) {}

    @Override
    public void onDone(Found result) {
        rest();
        found = result;
        nothing.setVisible(result.shares().isEmpty() && !live.isEmpty());
        show();
    }

    /** Home is worth as much without. */
    @Override
    public void onFailed(String id) {
        rest();
    }

    private void rest() {
        live.values().forEach(slot -> slot.getElement().removeAttribute("aria-busy"));
    }

    private void show() {
        live.forEach((where, slot) -> slot.show(found.shares().get(where)));
        tests.forEach((where, slot) -> {
            Long asked = found.asked().get(where);
            slot.setText(asked == null ? "" : RequestCountFormatter.inDay(asked));
        });
    }
}
