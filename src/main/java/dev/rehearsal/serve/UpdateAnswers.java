package dev.rehearsal.serve;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Snapshot.TestChannel;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers update queries from a snapshot, and explains its answers. Safe for use by many threads. */
public final class UpdateAnswers {

    private static final Shutoffs NO_SHUTOFFS = new Shutoffs(Set.of());

    private final AnswerRenderer renderer;
    private final boolean testChannels;
    private final IntSupplier roll;

    /**
     * @param testChannels whether mapped test channels are answered; otherwise they get no update
     * @param roll gives numbers from 0 to 99, evenly
     */
    public UpdateAnswers(UrlPolicy urls, boolean testChannels, IntSupplier roll) {
        this.renderer = new AnswerRenderer(urls);
        this.testChannels = testChannels;
        this.roll = roll;
    }

    /** Returns what a client is told. On a mapped test channel the answer carries the fingerprint of the state behind it. */
    public Answer answer(Snapshot snapshot, Evaluate request) {
        return answer(snapshot, request, dice());
    }

    /** Dice for one request. */
    RolledDice dice() {
        return new RolledDice(roll);
    }

    Answer answer(Snapshot snapshot, Evaluate request, RolledDice dice) {
        UpdateQuery asked = request.query();
        TestChannel test = snapshot.testChannel(asked.product(), asked.fallbackChannel());
        if (test == null) {
            return answer(ordinary(snapshot), request, dice);
        }
        if (!testChannels) {
            return Answer.nothing(request.format());
        }
        return answer(mapped(snapshot, test), request, Dice.unrolled()).vouchedBy(test.fingerprint());
    }

    /**
     * Returns why a client is told what it is told, on both sides of the dice, whether or not test channels are
     * answered.
     */
    public Explanation explain(Snapshot snapshot, Evaluate request) {
        UpdateQuery asked = request.query();
        TestChannel test = snapshot.testChannel(asked.product(), asked.fallbackChannel());
        return explain(test == null ? ordinary(snapshot) : mapped(snapshot, test), request);
    }

    /** Explains an answer in a state that no channel shows, such as the queue up to a certain set. */
    public Explanation explain(ChannelView view, Evaluate request) {
        return Explainer.explain(renderer, view, request);
    }

    /**
     * Returns what clients of a live channel get in a state, whichever that is. Shutoffs do not count here, and the dice are
     * not rolled: they fall as on a test channel. Cheaper than an explanation.
     */
    public Decided decide(ServedState state, Evaluate request) {
        return decide(state, request, Dice.unrolled());
    }

    /**
     * Returns what clients of a live channel get in a state, however the dice fall: each outcome with the share of those who
     * get it. Shutoffs do not count here. Costs nothing more than {@link #decide} where no dice are rolled.
     */
    public List<Outcome> outcomes(ServedState state, Evaluate request) {
        return EnumeratedDice.of(dice -> decide(state, request, dice));
    }

    /**
     * Gives the outcomes where it is known which rule decides.
     *
     * @param rule the first that matches the query in this state; null where none does
     */
    public List<Outcome> outcomes(ServedState state, @Nullable Rule rule, Evaluate request) {
        return EnumeratedDice.of(
                dice -> decided(state, request, dice, () -> ReleaseChooser.follow(state, rule, request.query(), dice)));
    }

    private Decided decide(ServedState state, Evaluate request, Dice dice) {
        return decided(state, request, dice, () -> ReleaseChooser.choose(unstopped(state), request.query(), dice));
    }

    private Decided decided(ServedState state, Evaluate request, Dice dice, Supplier<Choice> chosen) {
        UpdateQuery asked = request.query();
        try {
            Choice choice = chosen.get();
            Answer answer = renderer.render(choice, unstopped(state), asked, asked, request.format(), dice);
            // A release that offers an update may still have no file that can be served.
            boolean served = choice instanceof Choice.Served
                    && !answer.body().equals(Answer.nothing(request.format()).body());
            return new Decided(
                    choice.rule(),
                    served && choice instanceof Choice.Served(var _, ReleaseName release, var _, var _)
                            ? release
                            : null,
                    false,
                    answer);
        } catch (BadQueryException e) {
            return new Decided(null, null, true, Answer.badQuery(e));
        } catch (UnanswerableException e) {
            return new Decided(null, null, false, Answer.nothing(request.format()));
        }
    }

    private static ChannelView unstopped(ServedState state) {
        return new ChannelView(state, NO_SHUTOFFS, null);
    }

    /**
     * Returns what a client would be told in such a state. Nothing depends on chance: it is the main side of a background
     * rate, unless the client forces the fallback.
     */
    public Answer answerUnrolled(ChannelView view, Evaluate request) {
        return answer(view, request, Dice.unrolled());
    }

    private static ChannelView ordinary(Snapshot snapshot) {
        return new ChannelView(snapshot.live(), snapshot.shutoffs(), null);
    }

    private static ChannelView mapped(Snapshot snapshot, TestChannel test) {
        return new ChannelView(test.state(), snapshot.shutoffs(), test.liveChannel());
    }

    private Answer answer(ChannelView view, Evaluate request, Dice rolled) {
        UpdateQuery asked = request.query();
        Format format = request.format();
        try {
            Choice choice = ReleaseChooser.choose(view, asked, rolled);
            return renderer.render(choice, view, asked, asked, format, rolled);
        } catch (BadQueryException e) {
            return Answer.badQuery(e);
        } catch (UnanswerableException e) {
            return Answer.nothing(format);
        }
    }
}
