package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.insight.review.UnderTest;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tester's word on what the test channel shows: on that state and no other. If another state comes while somebody
 * looks, they have to say that they look at the new one before they can vouch for it. It is always in view.
 */
class VerdictBar extends Section {

    private static final Messages MESSAGES = Messages.beside(VerdictBar.class);

    private static final int LONGEST_NOTE = 2_000;

    private final Tester testing;
    private final Div stale = new Div();
    private final Div about = new Div();
    private final Div form = new Div();
    private final TextField note = new TextField();
    private final Div refusal = new Div();
    private final VerdictList verdicts = new VerdictList();
    private final StaleVerdictList staleVerdicts = new StaleVerdictList();
    private final Card given = new Card(MESSAGES.get("verdicts"));
    private final Button pass = new Button(MESSAGES.get("verdict.pass"), click -> give(Outcome.PASS));
    private final Button fail = new Button(MESSAGES.get("verdict.fail"), click -> give(Outcome.FAIL));
    private final Button lift = new Button(MESSAGES.get("verdict.lift"), click -> give(Outcome.LIFT));
    private @Nullable Place place;
    private @Nullable Fingerprint lookedAt;
    private @Nullable Preview shown;

    /** The place where somebody tests; going elsewhere is looking anew. */
    private record Place(String testChannel, @Nullable String product) {}

    VerdictBar(Tester testing) {
        this.testing = testing;
        addClassNames("card", "verdict");
        getElement().setAttribute("aria-label", MESSAGES.get("verdict"));
        note.setPlaceholder(MESSAGES.get("verdict.note.example"));
        note.setAriaLabel(MESSAGES.get("verdict.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setValueChangeMode(ValueChangeMode.ON_BLUR);
        note.addThemeName("small");
        pass.addThemeNames("primary", "small");
        fail.addThemeNames("error", "small");
        lift.addThemeNames("small");
        lift.getElement().setAttribute("title", MESSAGES.get("verdict.lift.why"));
        refusal.getElement().setAttribute("role", "alert");
        refusal.addClassName("refusal");
        stale.getElement().setAttribute("role", "status");
        Div buttons = new Div(pass, fail, lift);
        buttons.addClassName("buttons");
        form.addClassName("verdict-form");
        form.add(note, buttons);
        about.addClassName("about");
        given.addClassName("verdicts-given");
        given.show(verdicts, staleVerdicts);
        add(stale, about, form, refusal);
    }

    /** What others have said, which has room elsewhere. */
    Component given() {
        return given;
    }

    void show(Preview preview) {
        shown = preview;
        stale.removeAll();
        about.removeAll();
        String whyNot = whyNot(preview);
        form.setVisible(whyNot == null);
        given.setVisible(!preview.table().mapping().isOfItself());
        verdicts.setVisible(preview.table().product() != null);
        String product = preview.table().product();
        staleVerdicts.show(
                product == null ? List.of() : testing.stale(preview.table().mapping(), product));
        if (product != null) {
            verdicts.show(look(preview));
        }
        if (whyNot != null) {
            about.add(new Paragraph(whyNot));
            return;
        }
        boolean isStale = isAnotherThanLookedAt(preview.table());
        if (isStale) {
            sayStale(preview.table());
        }
        pass.setEnabled(!isStale);
        fail.setEnabled(!isStale);
        lift.setEnabled(!isStale);
        lift.setVisible(look(preview).lifts());
        about.add(vouchedFor(preview));
    }

    private static @Nullable String whyNot(Preview preview) {
        TestChannelPreview table = preview.table();
        String test = table.mapping().testChannel();
        if (table.mapping().isOfItself()) {
            return MESSAGES.get("verdict.not.mapped", test);
        }
        if (table.product() == null) {
            return MESSAGES.get("verdict.not.every-product");
        }
        if (!(preview.howFar() instanceof StageSelection.AsMapped)) {
            return MESSAGES.get("verdict.not.elsewhere", test);
        }
        if (table.scopeIsGone()) {
            return MESSAGES.get("verdict.not.scope-gone", test);
        }
        if (table.showsLive()) {
            return MESSAGES.get("verdict.not.live", test, table.mapping().liveChannel());
        }
        return null;
    }

    private boolean isAnotherThanLookedAt(TestChannelPreview table) {
        Place here = new Place(table.mapping().testChannel(), table.product());
        if (!here.equals(place) || lookedAt == null) {
            place = here;
            lookedAt = table.fingerprint();
        }
        return !table.fingerprint().equals(lookedAt);
    }

    private void sayStale(TestChannelPreview table) {
        Button look = new Button(MESSAGES.get("verdict.stale.look"), click -> {
            lookedAt = table.fingerprint();
            show(shownPreview());
        });
        look.addThemeNames("small");
        stale.add(
                new Chip(Tone.CAREFUL, "!", MESSAGES.get("verdict.stale")),
                new Paragraph(MESSAGES.get(
                        "verdict.stale.explained",
                        table.mapping().testChannel(),
                        FingerprintLabel.shortForm(Objects.requireNonNull(lookedAt)),
                        FingerprintLabel.shortForm(table.fingerprint()))),
                look);
    }

    private Component vouchedFor(Preview preview) {
        TestChannelPreview table = preview.table();
        List<ChangeSet> sets = table.concerning().stream()
                .flatMap(id -> preview.set(id).stream())
                .toList();
        Paragraph sentence = new Paragraph();
        sentence.add(MESSAGES.parts(
                sets.isEmpty() ? "verdict.vouch.live" : "verdict.vouch",
                strong(table.mapping().testChannel()),
                strong(Objects.requireNonNull(table.product())),
                new FingerprintLabel(table.fingerprint()),
                table.mapping().liveChannel(),
                sets.isEmpty() ? "" : ChangesNavigation.linkTo(sets.getLast())));
        if (sets.size() > 1) {
            sentence.add(new Text(" " + MESSAGES.get("verdict.vouch.together", sets.size())));
        }
        if (look(preview).counts()) {
            return sentence;
        }
        return new Div(sentence, new Paragraph(MESSAGES.get("verdict.no-gate")));
    }

    private static Component strong(String text) {
        Span strong = new Span(text);
        strong.addClassName("strong");
        return strong;
    }

    private UnderTest.Look look(Preview preview) {
        TestChannelPreview table = preview.table();
        return testing.look(
                preview.state(), table.mapping(), Objects.requireNonNull(table.product()), table.fingerprint());
    }

    private void give(Outcome outcome) {
        refusal.removeAll();
        TestChannelPreview table = shownPreview().table();
        String said = note.getValue().strip();
        if (outcome != Outcome.PASS && said.isEmpty()) {
            refusal.add(new Paragraph(
                    MESSAGES.get(outcome == Outcome.FAIL ? "verdict.note.missing" : "verdict.note.missing.lift")));
            note.focus();
            return;
        }
        try {
            testing.give(new TestVerdicts.Word(
                    table.mapping().testChannel(),
                    Objects.requireNonNull(table.product()),
                    table.fingerprint(),
                    outcome,
                    said.isEmpty() ? null : said));
            note.clear();
            Toast.say(MESSAGES.get("verdict.done", outcome, FingerprintLabel.shortForm(table.fingerprint())));
        } catch (RefusedException refused) {
            refusal.add(new Paragraph(Sentence.of(refused)));
        }
    }

    private Preview shownPreview() {
        return Objects.requireNonNull(shown);
    }
}
