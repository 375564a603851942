package dev.rehearsal.ui.preview;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.Desk;
import dev.rehearsal.enactment.Notice;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.insight.timemachine.AnswerHistory;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.TrafficByHand;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.probe.StateChecks;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.ui.changeset.MeasuredRequests;
import dev.rehearsal.ui.channels.ChannelsByHand;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.OldAndNew;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.ViewsByHand;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The screens over a state made by hand, without a browser. One at a time, in one thread. */
public final class Screens implements AfterEachCallback {

    public final RecordedVerdicts verdicts = new RecordedVerdicts();
    public final List<Notice> notices = new ArrayList<>();
    Optional<Population> asked = Optional.empty();
    StateChecks.Checked checked = StateChecks.Checked.NOTHING;
    AnswerHistory.Reply lookedBack = new AnswerHistory.Longer(Rehearsed.NOW);
    public TrafficByHand traffic = new TrafficByHand();
    Executor background = Runnable::run;
    private final OpenScreens openScreens = new OpenScreens(Runnable::run);
    private Rehearsed rehearsed = Rehearsed.nothing();

    /** Opens the page of somebody who looks at this state. */
    public Screens open(Rehearsed state, String location) {
        rehearsed = state;
        verdicts.lookAt(state);
        Clock clock = Clock.fixed(Rehearsed.NOW, ZoneOffset.UTC);
        LiveTraffic requests = traffic.over(rehearsed);
        PreviewMenu menu = new PreviewMenu();
        Map<Class<?>, Supplier<?>> made = Map.of(
                MainLayout.class,
                () -> new MainLayout(
                        List.of(ChannelsByHand.entry(), menu.previewEntry()),
                        List.of(),
                        ViewsByHand.NODE,
                        new Onlooker(),
                        List.of(),
                        openScreens),
                ChannelsByHand.VIEW,
                () -> ChannelsByHand.view(
                        rehearsed.agenda(verdicts.tested()),
                        rehearsed.overview(),
                        () -> notices,
                        requests,
                        new BackgroundWork(background),
                        openScreens,
                        clock),
                PreviewView.class,
                () -> new PreviewView(
                        rehearsed.previews(),
                        rehearsed.questions(),
                        rehearsed.overview(),
                        verdicts,
                        rehearsed.radius(),
                        (table, progress) -> checked,
                        new MeasuredRequests(rehearsed.impacts(asked), new BackgroundWork(background)),
                        new BackgroundWork(background),
                        (url, at) -> steps -> lookedBack,
                        requests,
                        openScreens,
                        clock));
        ViewsByHand.open(made, Desk.SCREENS);
        Location parsed = new Location(location);
        UI.getCurrent().navigate(parsed.getPath(), parsed.getQueryParameters());
        return this;
    }

    /** As if somebody typed or ticked it. */
    <C extends AbstractField<C, V>, V> void enter(C field, V value) {
        field.setValue(value);
        LocatorJ._fireValueChange(field, true);
    }

    /** The node serves what the state by hand is now. */
    public void stateIsReplaced() {
        openScreens.onStateReplaced(new StateReplaced(rehearsed.state().version()));
        MockVaadin.clientRoundtrip(false);
    }

    /** Everything that the view says; the staged table only through {@link #rows}. */
    public String text() {
        return textOf(view());
    }

    public static String textOf(Component component) {
        return component.getElement().getTextRecursively().replaceAll("\\s+", " ");
    }

    Component view() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    public String heading() {
        return textOf(LocatorJ._get(H1.class));
    }

    public void follow(String linkText) {
        RouterLink link = LocatorJ._find(RouterLink.class).stream()
                .filter(candidate -> textOf(candidate).startsWith(linkText))
                .findFirst()
                .orElseThrow();
        com.github.mvysny.kaributesting.v10.RouterLinkKt._click(link);
    }

    StagedTableGrid table() {
        return LocatorJ._get(StagedTableGrid.class);
    }

    /** The rows that are shown, each as its cells say it; old and new values with an arrow between them. */
    List<String> rows() {
        return table().getListDataView().getItems().map(this::cells).toList();
    }

    private String cells(PreviewRow row) {
        List<String> said = new ArrayList<>();
        table().getColumns().forEach(column -> {
            Map<String, ? extends ValueProvider<?, ?>> properties =
                    ((LitRenderer<?>) column.getRenderer()).getValueProviders();
            properties.entrySet().stream()
                    .filter(property ->
                            !Set.of("row", "tone", "symbol", "everyday").contains(property.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(property -> said(apply(property.getValue(), row)))
                    .filter(text -> !text.isEmpty())
                    .forEach(said::add);
        });
        return String.join(" | ", said).replace('\u00a0', ' ');
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object apply(ValueProvider<?, ?> property, PreviewRow row) {
        return ((ValueProvider<PreviewRow, ?>) property).apply(row);
    }

    private static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case OldAndNew(String was, String now, boolean changed)
            when changed -> (was == null ? "nothing" : was) + " → " + (now == null ? "nothing" : now);
            case OldAndNew told -> told.now() == null ? "" : told.now();
            case Collection<?> several -> several.stream().map(Screens::said).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    @Override
    public void afterEach(ExtensionContext test) {
        MockVaadin.tearDown();
    }
}
