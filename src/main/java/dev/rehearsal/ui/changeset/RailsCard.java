package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Review.RailState;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Holders;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A card with what guard rails say of a set, channel by channel, and who passes over them. */
public class RailsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(RailsCard.class);

    private final BiConsumer<ChangeSet, RailFinding> passOver;
    private final BiConsumer<ChangeSet, RailFinding> takeBack;
    private @Nullable Shown shown;

    private record Shown(ChangeSet set, List<RailState> rails, List<RailPass> passed) {}

    /**
     * @param passOver passes over what a rail has found
     * @param takeBack takes that back
     */
    public RailsCard(BiConsumer<ChangeSet, RailFinding> passOver, BiConsumer<ChangeSet, RailFinding> takeBack) {
        super(MESSAGES.get("rails"));
        this.passOver = passOver;
        this.takeBack = takeBack;
        addClassNames("tests", "rails");
    }

    public void show(Review review) {
        Shown next = new Shown(review.set(), review.rails(), review.passedRails());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> parts = new ArrayList<>();
        next.rails().forEach(rail -> parts.add(rail(next.set(), rail)));
        if (!review.isOpen() && !next.passed().isEmpty()) {
            parts.add(new UnorderedList(
                    next.passed().stream().map(RailsCard::passed).toArray(ListItem[]::new)));
        }
        setVisible(!parts.isEmpty());
        show(parts.toArray(Component[]::new));
    }

    private Component rail(ChangeSet set, RailState state) {
        RailFinding finding = state.finding();
        Div rail = new Div(new Div(chip(finding), new Text(" " + Sentence.of(finding.sentence()))));
        rail.addClassName("gate");
        RailJudgement judgement = finding.judgement();
        if (judgement != null && judgement.result() == RailJudgement.Result.PASS) {
            rail.add(new UnorderedList(judgement.reasons().stream()
                    .map(reason -> new ListItem(Sentence.of(reason)))
                    .toArray(ListItem[]::new)));
        }
        finding.passes().stream().filter(pass -> pass.note() != null).forEach(pass -> rail.add(note(pass)));
        if (state.isMine()) {
            rail.add(new Button(MESSAGES.get("rail.back"), click -> takeBack.accept(set, finding)));
        } else if (!finding.isOpen()) {
            Div who = new Div(new Text(MESSAGES.get("rail.who") + " "), new Holders(state.canPass()));
            who.addClassName("elsewhere");
            rail.add(who);
            rail.add(new DisabledReasonButton(
                    new Button(MESSAGES.get("rail.pass"), click -> passOver.accept(set, finding)), state.whyNot()));
        }
        return rail;
    }

    private static Component note(RailPass pass) {
        Div note = new Div(MESSAGES.get("rail.note.by", pass.by(), Objects.requireNonNullElse(pass.note(), "")));
        note.addClassName("elsewhere");
        return note;
    }

    private static ListItem passed(RailPass pass) {
        return new ListItem(MESSAGES.get(
                "rail.passed",
                pass.by(),
                Sentence.of(pass.finding()),
                pass.note() == null ? "" : MESSAGES.get("rail.passed.note", pass.note())));
    }

    private static Chip chip(RailFinding finding) {
        if (finding.isPassedOver()) {
            return new Chip(Tone.CAREFUL, "↷", MESSAGES.get("rail.passed-over"));
        }
        RailJudgement judgement = finding.judgement();
        if (judgement == null) {
            return new Chip(Tone.CAREFUL, "…", MESSAGES.get("rail.not-judged"));
        }
        boolean dryRun = finding.rail().mode() == GuardRail.Mode.DRY_RUN;
        String said = MESSAGES.get("rail.result." + judgement.result().wireName());
        String told = dryRun ? MESSAGES.get("rail.dry-run", said) : said;
        return switch (judgement.result()) {
            case PASS -> new Chip(Tone.GOOD, "✓", told);
            case FAIL -> new Chip(finding.isOpen() ? Tone.CAREFUL : Tone.BAD, "✕", told);
            case CANNOT_SAY -> new Chip(Tone.CAREFUL, "?", told);
        };
    }
}
