package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.probe.SetRegions.Found;
import dev.rehearsal.probe.SetRegions.Region;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exactly whom a set offers something else, in words, with a client of each kind to ask for. */
@StyleSheet("impact.css")
public class RegionsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(RegionsCard.class);

    private static final int MOST = 3;

    private @Nullable Found shown;

    public RegionsCard() {
        super(MESSAGES.get("regions"));
        addClassNames("impact", "regions");
        setVisible(false);
    }

    /** Not shown at all where nobody is offered something else. */
    public void show(Found found, ChangeSetId set) {
        setVisible(!found.regions().isEmpty() || !found.unsaid().isEmpty());
        if (Objects.equals(found, shown)) {
            return;
        }
        shown = found;
        Map<List<String>, List<Region>> byChange = new LinkedHashMap<>();
        found.regions()
                .forEach(region -> byChange.computeIfAbsent(
                                List.of(region.before(), region.after()), _ -> new ArrayList<>())
                        .add(region));
        List<Component> parts = new ArrayList<>();
        byChange.values().forEach(regions -> parts.add(change(regions, set)));
        found.unsaid().forEach(why -> parts.add(new Paragraph(MESSAGES.get("regions.unsaid", why))));
        show(parts.toArray(Component[]::new));
    }

    private static Component change(List<Region> regions, ChangeSetId set) {
        Div line = new Div(
                told("del", regions.getFirst().before()),
                new Span("→"),
                told("ins", regions.getFirst().after()));
        line.addClassName("current");
        Lines lines = Lines.of(regions);
        Div change = new Div(line, list(lines.shown(), set));
        change.addClassName("on-channel");
        if (!lines.folded().isEmpty()) {
            change.add(new NativeDetails(
                    MESSAGES.get("regions.more", lines.folded().size()), list(lines.folded(), set)));
        }
        if (!lines.partners().isEmpty()) {
            long channels = lines.partners().stream()
                    .map(region -> region.client().channel())
                    .distinct()
                    .count();
            change.add(new NativeDetails(MESSAGES.get("regions.partners", channels), list(lines.partners(), set)));
        }
        return change;
    }

    /**
     * The clients who are offered the same, as few lines and two folds.
     *
     * @param folded more kinds of clients than are shown
     * @param partners those on channels of partners, where these are more than can be shown
     */
    private record Lines(List<Region> shown, List<Region> folded, List<Region> partners) {

        static Lines of(List<Region> regions) {
            if (regions.size() <= MOST) {
                return new Lines(regions, List.of(), List.of());
            }
            List<Region> partners = regions.stream().filter(Lines::isOfAPartner).toList();
            List<Region> ordered =
                    regions.stream().filter(region -> !isOfAPartner(region)).toList();
            if (ordered.isEmpty()) {
                return new Lines(partners.subList(0, MOST), List.of(), partners.subList(MOST, partners.size()));
            }
            int shown = Math.min(MOST, ordered.size());
            return new Lines(ordered.subList(0, shown), ordered.subList(shown, ordered.size()), partners);
        }

        /** Whether they are on one channel, which is a partner's. */
        private static boolean isOfAPartner(Region region) {
            String channel = region.client().channel();
            return !channel.equals(region.client().fallbackChannel())
                    && region.clients().matches(".*\\bon\\s" + Pattern.quote(channel) + "(,.*)?");
        }
    }

    private static UnorderedList list(List<Region> regions, ChangeSetId set) {
        UnorderedList list = new UnorderedList();
        regions.forEach(region -> list.add(item(region, set)));
        return list;
    }

    private static ListItem item(Region region, ChangeSetId set) {
        ListItem item = new ListItem(new Span(region.clients() + " "));
        region.url()
                .ifPresent(asked -> item.add(PreviewNavigation.linkTo(
                        MESSAGES.get("regions.ask"),
                        new PreviewAddress(
                                region.client().fallbackChannel(),
                                region.client().product(),
                                new StageSelection.Through(set).wireForm(),
                                asked.path(),
                                "",
                                false))));
        return item;
    }

    private static Component told(String tag, String answer) {
        HtmlContainer told = new HtmlContainer(tag);
        told.setText(answer);
        return told;
    }
}
