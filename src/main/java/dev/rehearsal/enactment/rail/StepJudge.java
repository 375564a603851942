package dev.rehearsal.enactment.rail;

import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.enactment.RailQuestion;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Movements;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Judges one step under the terms of a guard rail, on both states as they are. */
@Component
class StepJudge {

    private static final Logger LOG = LoggerFactory.getLogger(StepJudge.class);

    private final ReleaseContents contents;
    private final UpdateAnswers answers;
    private final ObjectProvider<TrafficSamples> samples;
    private final ObjectProvider<UrlCheck> urls;

    StepJudge(
            ReleaseContents contents,
            UpdateAnswers answers,
            ObjectProvider<TrafficSamples> samples,
            ObjectProvider<UrlCheck> urls) {
        this.contents = contents;
        this.answers = answers;
        this.samples = samples;
        this.urls = urls;
    }

    /** A question with what was found. */
    record Judged(RailQuestion question, RailJudgement judgement) {}

    /** Has the contents at hand that a step brings in. */
    void read(RailQuestion question) {
        Map<ReleaseName, Release> were = question.before().releases();
        question.after().releases().forEach((name, release) -> {
            if (!release.equals(were.get(name))) {
                contents.references(release.content());
                contents.blob(release.content());
            }
        });
    }

    /** Judges some questions, but for those whose contents nobody has any more; what several of them ask of one step is worked out once, on one sample. */
    List<Judged> judge(Collection<RailQuestion> questions, Instant at) {
        Map<RailedStep, Optional<Movements>> moved = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (RailQuestion question : questions) {
            Optional<Actor> chosenBy = chosenBy(question);
            foundSafely(question, moved)
                    .filter(found -> chosenBy.equals(chosenBy(question)))
                    .map(found -> new RailJudgement(
                            found.result(),
                            Found.shortened(found.reasons()),
                            found.sample(),
                            chosenBy.orElse(null),
                            at))
                    .ifPresent(judgement -> judged.add(new Judged(question, judgement)));
        }
        return judged;
    }

    /**
     * A fault of ours keeps nobody else's set from going live. What cannot be read any more is another matter: it was given
     * up, and is not judged.
     */
    private Optional<Found> foundSafely(RailQuestion question, Map<RailedStep, Optional<Movements>> moved) {
        try {
            return Optional.of(found(question, moved));
        } catch (DataAccessException e) {
            throw e;
        } catch (ContentNotKeptException e) {
            LOG.info("A guard rail cannot judge {}: {}", question.step().place(), e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.error(
                    "A guard rail cannot judge {}, and the reason is a fault of ours",
                    question.step().place(),
                    e);
            return Optional.of(Found.unsaid(RailJudgement.FAULT));
        }
    }

    private Found found(RailQuestion question, Map<RailedStep, Optional<Movements>> moved) {
        return switch (question.rail().kind()) {
            case RATE_HAS_FALLBACK -> MissingFallbacks.between(question.before(), question.after(), question.pair());
            case NO_LOST_FILES -> LostFiles.between(question.before(), question.after(), question.pair(), contents);
            case NO_LOST_UPDATES, NOTHING_OLDER, AT_MOST_CHANGED ->
                moved.computeIfAbsent(question.step(), step -> movements(question))
                        .map(movements -> byTraffic(question, movements))
                        .orElseGet(() -> Found.unsaid("nothing is known of what clients ask there"));
            case URLS_ANSWER ->
                new NewUrls(question.before(), question.after(), question.pair(), contents)
                        .found(urls.getIfAvailable());
        };
    }

    /** Returns who chose the requests by which it is judged; nobody for what is judged by rules and releases. */
    private Optional<Actor> chosenBy(RailQuestion question) {
        TrafficSamples known = samples.getIfAvailable();
        return known == null || !question.rail().kind().asksTraffic()
                ? Optional.empty()
                : known.chosenBy(question.pair());
    }

    private Optional<Population> population(RailQuestion question) {
        TrafficSamples known = samples.getIfAvailable();
        return known == null || question.pair().product() == null
                ? Optional.empty()
                : known.findLatest(question.pair());
    }

    private Optional<Movements> movements(RailQuestion question) {
        return population(question)
                .map(population -> Movements.between(
                        answers,
                        ServedState.of(question.before(), contents),
                        ServedState.of(question.after(), contents),
                        population));
    }

    private static Found byTraffic(RailQuestion question, Movements movements) {
        return new TrafficJudge(
                        question.rail(),
                        movements,
                        PairRules.setOf(question.before(), question.pair()),
                        PairRules.setOf(question.after(), question.pair()))
                .found();
    }
}
