package dev.rehearsal.ui.preview;

import dev.rehearsal.insight.preview.AnswersEverywhere;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.AskAddress;
import dev.rehearsal.ui.links.AskNavigation;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A client, found by its update URL: what it gets live and on each test channel, and by which rule. */
@Component
class ClientSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ClientSearch.class);

    private static final List<String> ROOTS = List.of("/update/", "/json/");

    private final Questions questions;

    ClientSearch(Questions questions) {
        this.questions = questions;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String title() {
        return MESSAGES.get("everywhere.title");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        String url = text.typed();
        if (ROOTS.stream().noneMatch(root -> url.contains(root) || url.startsWith(root.substring(1)))) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        String path = AskNavigation.path(new AskAddress(url, null));
        try {
            AnswersEverywhere answers = questions.everywhere(null, url);
            found.add(new Found(MESSAGES.get("found.all"), MESSAGES.get("found.all.detail"), path));
            String product = answers.asked().product();
            found.add(found(MESSAGES.get("everywhere.live", answers.live().channel()), answers.live(), path));
            answers.staged()
                    .forEach(staged -> found.add(found(
                            name(staged.mapping()),
                            staged.answered(),
                            PreviewNavigation.path(
                                    PreviewAddress.of(staged.mapping().testChannel(), product)
                                            .withUrl(url)))));
        } catch (RefusedException refused) {
            found.add(new Found(
                    MESSAGES.get("ask.not-asked"), refused.problems().getFirst().sentence(), path));
        }
        return found.stream().limit(most).toList();
    }

    private static String name(ChannelMapping mapping) {
        return mapping.isOfItself() ? MESSAGES.get("ask.staged", mapping.testChannel()) : mapping.testChannel();
    }

    private static Found found(String channel, Answered answered, String path) {
        Rule rule = answered.explanation().rule();
        return new Found(
                MESSAGES.get("found.answer", channel, given(answered)),
                rule == null ? MESSAGES.get("answer.no-rule") : MESSAGES.get("answer.rule", AnswerSummary.named(rule)),
                path);
    }

    private static String given(Answered answered) {
        if (answered.explanation().stopped()) {
            return MESSAGES.get("shut-off");
        }
        List<Explanation.Branch> branches = answered.explanation().branches();
        return branches.size() == 1
                ? AnswerSummary.name(branches.getFirst().release())
                : branches.stream()
                        .map(branch -> MESSAGES.get(
                                "found.share", answered.share(branch), AnswerSummary.name(branch.release())))
                        .collect(Collectors.joining(", "));
    }
}
