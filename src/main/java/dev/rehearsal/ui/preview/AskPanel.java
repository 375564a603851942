package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.SideBySide;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.serve.Side;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ProbesNavigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks any update URL of the live channel and of what is staged, and says why each answers as it does. */
public class AskPanel extends Card {

    private static final Messages MESSAGES = Messages.beside(AskPanel.class);

    private final TextField url = new TextField();
    private final Button example = new Button(MESSAGES.get("ask.start"));
    private final Div reply = new Div();
    private final Span outcome = new Span();
    private final String when;
    private final Function<TestChannelPreview, Optional<String>> examples;
    private final ClientFields fields;
    private final @Nullable SinceWhen since;
    private Questions.@Nullable Reply shown;
    private @Nullable Preview preview;
    private String addressed = "";

    /**
     * @param examples makes up the URL of a client on the live channel whom a staged table changes something for
     * @param onAsk takes the URL that somebody asks about, empty for none
     */
    AskPanel(
            Function<TestChannelPreview, Optional<String>> examples,
            Consumer<String> onAsk,
            @Nullable SinceWhen since) {
        this(MESSAGES.get("ask.now"), examples, onAsk, since);
    }

    /**
     * @param when the live channel answers, in a word, such as {@code then}
     * @param since tells since when it does; null where nobody asks that
     */
    public AskPanel(
            String when,
            Function<TestChannelPreview, Optional<String>> examples,
            Consumer<String> onAsk,
            @Nullable SinceWhen since) {
        super(MESSAGES.get("ask"));
        this.when = when;
        this.examples = examples;
        this.since = since;
        addClassName("ask");
        url.setAriaLabel(MESSAGES.get("ask.url"));
        url.setPlaceholder(MESSAGES.get("ask.url.form"));
        url.setClearButtonVisible(true);
        url.addThemeName("small");
        Button ask = new Button(
                MESSAGES.get("ask"), click -> onAsk.accept(url.getValue().strip()));
        ask.addThemeNames("primary", "small");
        ask.addClickShortcut(Key.ENTER).listenOn(url);
        fields = new ClientFields(
                () -> url.getValue().isBlank() ? exampleUrl() : url.getValue(),
                url::setValue,
                () -> onAsk.accept(url.getValue().strip()));
        url.addValueChangeListener(change -> fields.show(change.getValue()));
        example.addThemeNames("small");
        example.addClickListener(click -> onAsk.accept(exampleUrl()));
        Div question = new Div(url, ask);
        question.addClassName("question");
        reply.addClassName("reply");
        outcome.getElement().setAttribute("role", "status");
        outcome.addClassName("for-screen-readers");
        show(question, fields, example, outcome, reply);
    }

    public void showUnasked(Preview unasked) {
        preview = unasked;
        shown = null;
        address("");
        reply.removeAll();
        reply.add(new Paragraph(MESSAGES.get("ask.unasked")));
    }

    private String exampleUrl() {
        Preview looked = Objects.requireNonNull(preview);
        return examples.apply(looked.table())
                .orElseGet(() -> MESSAGES.get(
                        "ask.example",
                        productOf(looked),
                        looked.table().mapping().liveChannel()));
    }

    /** Leaves alone what somebody has typed and not asked yet. */
    private void address(String asked) {
        if (!asked.equals(addressed)) {
            addressed = asked;
            url.setValue(asked);
        }
    }

    private static String productOf(Preview preview) {
        String product = preview.table().product();
        return product != null
                ? product
                : preview.table().rules().rows().stream()
                        .flatMap(row -> Stream.ofNullable(row.rule().product()))
                        .findFirst()
                        .orElse(MESSAGES.get("ask.example.product"));
    }

    public void show(Preview looked, String asked, Questions.Reply next) {
        show(looked, asked, next, null);
    }

    /** @param at when the live channel answers; null for now */
    public void show(Preview looked, String asked, Questions.Reply next, @Nullable Instant at) {
        preview = looked;
        boolean isServed = looked.howFar() instanceof StageSelection.AsMapped;
        address(asked);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        reply.removeAll();
        switch (next) {
            case Questions.NotAsked(String sentence) -> {
                outcome.setText(MESSAGES.get("ask.outcome.none"));
                reply.add(notAsked(sentence));
            }
            case Questions.Compared(SideBySide sides) -> {
                outcome.setText(
                        sides.differs() ? MESSAGES.get("ask.outcome.differ") : MESSAGES.get("ask.outcome.same"));
                reply.add(compared(sides, isServed));
                if (since != null) {
                    since.offer(asked, at, looked.table().mapping().testChannel());
                    reply.addComponentAtIndex(1, since);
                }
            }
        }
    }

    private static Component notAsked(String sentence) {
        Div shown = new Div(new Chip(Tone.BAD, "!", MESSAGES.get("ask.not-asked")), new Paragraph(sentence));
        shown.addClassName("not-asked");
        return shown;
    }

    private List<Component> compared(SideBySide sides, boolean isServed) {
        String live = sides.live().channel();
        String test = sides.staged().channel();
        Chip likeness = sides.differs()
                ? new Chip(Tone.CAREFUL, "≠", MESSAGES.get("differs"))
                : new Chip(Tone.GOOD, "=", MESSAGES.get("ask.same"));
        boolean ofItself = live.equals(test);
        Div pair = new Div(
                new AnswerSummary(MESSAGES.get("ask.when", live, when), sides.live(), null, true),
                new AnswerSummary(
                        ofItself ? MESSAGES.get("ask.staged", test) : test,
                        sides.staged(),
                        likeness,
                        isServed && !ofItself));
        pair.addClassName("pair");
        if (sides.differs()) {
            pair.addClassName("differs");
        }
        List<Component> parts = new ArrayList<>();
        parts.add(pair);
        if (sides.live().path() != null) {
            parts.add(ProbesNavigation.linkToKeep(
                    sides.live().path(),
                    sides.staged()
                            .branch(Side.MAIN)
                            .map(Explanation.Branch::release)
                            .orElse(null)));
        }
        parts.addAll(answers(sides));
        String product = sides.staged().explanation().asked().product();
        Trace trace = new Trace(
                MESSAGES.get("ask.why", test), sides.staged().explanation().rules(), product, live);
        trace.setOpen(true);
        parts.add(trace);
        parts.add(new Trace(
                MESSAGES.get("ask.why", live), sides.live().explanation().rules(), product, live));
        return parts;
    }

    private List<Component> answers(SideBySide sides) {
        String live = sides.live().channel();
        String test = sides.staged().channel();
        List<Component> answers = new ArrayList<>();
        for (Side side : Side.values()) {
            String which = side == Side.MAIN ? "xml.main." : "xml.fallback.";
            Optional<Explanation.Branch> staged = sides.staged().branch(side);
            String before = sides.live()
                    .branch(side)
                    .map(branch -> branch.answer().body())
                    .orElse("");
            String after = staged.map(SideBySide::asLiveChannel).orElse("");
            if (!before.isEmpty() || !after.isEmpty()) {
                answers.add(new AnswerXml(MESSAGES.get(which + "staged", live, when), before, after));
            }
            staged.filter(Explanation.Branch::differsFromLive)
                    .ifPresent(branch -> answers.add(new AnswerXml(
                            MESSAGES.get(which + "named", test),
                            after,
                            branch.answer().body())));
        }
        return answers;
    }
}
