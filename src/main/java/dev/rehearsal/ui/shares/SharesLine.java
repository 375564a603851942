package dev.rehearsal.ui.shares;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.traffic.ReleaseShares;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A bar with what requests get; below it what they would get with what is queued, as another of the same length; and
 * what the colours stand for, with the shares in figures.
 */
@StyleSheet("shares.css")
public class SharesLine extends Div {

    private static final Messages MESSAGES = Messages.beside(SharesLine.class);

    private static final int MOST_RELEASES = 3;
    private static final int MOST_BRIEFLY = 2;

    private SharesLine(List<OfferedShare> offers) {
        addClassName("shares");
        boolean differs = offers.stream().anyMatch(OfferedShare::isMoving);
        add(bar(differs ? MESSAGES.get("bar.now") : "", MESSAGES.get("bar.now"), offers, OfferedShare::now));
        if (differs) {
            add(bar(MESSAGES.get("bar.staged"), MESSAGES.get("bar.staged"), offers, OfferedShare::then));
        }
        UnorderedList legend = new UnorderedList();
        offers.forEach(offer -> legend.add(item(offer, differs)));
        add(legend);
    }

    /** @param staged what the same requests would get; the same as now where nothing changes for them */
    public static SharesLine of(ReleaseShares now, ReleaseShares staged) {
        return new SharesLine(OfferedShare.of(now, staged, MOST_RELEASES));
    }

    /** For where there is less room: fewer releases are told one by one. */
    public static SharesLine brief(ReleaseShares now, ReleaseShares staged) {
        return new SharesLine(OfferedShare.of(now, staged, MOST_BRIEFLY));
    }

    private static Div bar(
            String shown, String named, List<OfferedShare> offers, ToDoubleFunction<OfferedShare> share) {
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getElement().setAttribute("role", "img").setAttribute("aria-label", label(named, offers, share));
        for (OfferedShare offer : offers) {
            double part = share.applyAsDouble(offer);
            if (part > 0) {
                Div drawn = new Div();
                drawn.addClassName(offer.colour());
                drawn.getStyle().set("flex-grow", Double.toString(part));
                bar.add(drawn);
            }
        }
        Div line = new Div(bar);
        line.addClassName("line");
        if (!shown.isEmpty()) {
            Span name = new Span(shown);
            name.getElement().setAttribute("aria-hidden", "true");
            line.addComponentAsFirst(name);
        }
        return line;
    }

    private static String label(String named, List<OfferedShare> offers, ToDoubleFunction<OfferedShare> share) {
        String parts = offers.stream()
                .filter(offer -> share.applyAsDouble(offer) > 0)
                .map(offer ->
                        MESSAGES.get("bar.part", offer.name(), ShareFormatter.percent(share.applyAsDouble(offer))))
                .collect(Collectors.joining(", "));
        return MESSAGES.get("bar.label", named, parts);
    }

    private static ListItem item(OfferedShare offer, boolean differs) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", offer.colour());
        Span name = new Span(offer.name());
        String now = ShareFormatter.percent(offer.now());
        String then = ShareFormatter.percent(offer.then());
        Span figures = new Span(differs && !now.equals(then) ? MESSAGES.get("offer.becomes", now, then) : now);
        figures.addClassName("figures");
        ListItem item = new ListItem(swatch, name, new Text(" "), figures);
        item.getElement().setAttribute("title", offer.why());
        return item;
    }
}
