package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.SuperBlob;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Evaluation;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Choice.Served;
import dev.rehearsal.serve.Explanation.Branch;
import dev.rehearsal.serve.Explanation.Part;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import java.util.ArrayList;
import java.util.List;

/** Goes the way of an answer with a trace, on both sides of the dice. */
final class Explainer {

    private final AnswerRenderer renderer;
    private final ChannelView view;
    private final Evaluate request;
    private final UpdateQuery matched;

    private Explainer(AnswerRenderer renderer, ChannelView view, Evaluate request) {
        this.renderer = renderer;
        this.view = view;
        this.request = request;
        this.matched = view.matched(request.query());
    }

    static Explanation explain(AnswerRenderer renderer, ChannelView view, Evaluate request) {
        return new Explainer(renderer, view, request).explain();
    }

    private Explanation explain() {
        Evaluation rules = view.state().rules().evaluate(matched);
        Rule rule = rules.chosen();
        List<Branch> branches = new ArrayList<>();
        branches.add(branch(Side.MAIN, rules));
        if (rule != null && rule.mapping() != null && rule.backgroundRate() < 100) {
            branches.add(branch(Side.FALLBACK, rules));
        }
        return new Explanation(
                request.query(),
                matched,
                view.liveChannel(),
                view.stops(request.query()),
                view.isTest() && view.stops(matched),
                rules,
                List.copyOf(branches));
    }

    private Branch branch(Side side, Evaluation rules) {
        Dice dice = Dice.landing(side);
        try {
            // A query that no rule can judge fails here as it fails when it is answered.
            Rule rule = rules.error() == null
                    ? rules.chosen()
                    : view.state().rules().firstMatch(matched);
            Choice choice = ReleaseChooser.follow(view.state(), rule, matched, dice);
            return new Branch(
                    side,
                    choice instanceof Served served ? served.release() : null,
                    choice.reason().get(),
                    choice instanceof Served served ? parts(served.blob(), dice) : List.of(),
                    rendered(choice, request.query(), dice),
                    view.isTest() ? rendered(choice, matched, dice) : null);
        } catch (BadQueryException e) {
            return failed(side, e, Answer.badQuery(e));
        } catch (UnanswerableException e) {
            return failed(side, e, Answer.nothing(request.format()));
        }
    }

    private List<Part> parts(Blob blob, Dice dice) {
        if (!(blob instanceof SuperBlob parent)) {
            return List.of();
        }
        return parent.products().stream().map(product -> part(product, dice)).toList();
    }

    private Part part(String product, Dice dice) {
        Choice choice = AnswerRenderer.chooseOrNothing(view, request.query().withProduct(product), dice);
        return new Part(
                product,
                choice.rule(),
                choice instanceof Served served ? served.release() : null,
                choice.reason().get());
    }

    private Answer rendered(Choice choice, UpdateQuery shown, Dice dice) {
        try {
            return renderer.render(choice, view, request.query(), shown, request.format(), dice);
        } catch (BadQueryException e) {
            return Answer.badQuery(e);
        }
    }

    private Branch failed(Side side, RuntimeException failure, Answer answer) {
        String reason = String.valueOf(failure.getMessage());
        return new Branch(side, null, reason, List.of(), answer, view.isTest() ? answer : null);
    }
}
