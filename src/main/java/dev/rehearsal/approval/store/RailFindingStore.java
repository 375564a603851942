package dev.rehearsal.approval.store;

import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings of guard rails are added and never changed. */
@Repository
public class RailFindingStore {

    private static final String BETWEEN_REASONS = "\n";
    private static final int LONGEST_REASONS = 4_000;

    private final JdbcClient jdbc;

    public RailFindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Terms that a step was judged under. */
    public record Judged(String terms, RailedStep step) {}

    /**
     * Reads what was found of these steps since a time; the first that was found then, where it was found twice.
     *
     * @param faultsSince from when on it counts that judging failed
     */
    public Map<Judged, RailJudgement> of(Set<RailedStep> steps, Instant since, Instant faultsSince) {
        Map<Judged, RailJudgement> found = new HashMap<>();
        for (List<String> some : Fingerprints.inChunks(after(steps))) {
            jdbc.sql("select terms, product, live_channel, before_print, after_print, result, reasons, sample, at,"
                            + " sample_by"
                            + " from rail_findings where after_print in (:prints) and at >= :since order by id")
                    .param("prints", some)
                    .param("since", since.toEpochMilli())
                    .query(row -> {
                        RailedStep step = new RailedStep(
                                row.getString(2),
                                row.getString(3),
                                new Fingerprint(row.getString(4)),
                                new Fingerprint(row.getString(5)));
                        RailJudgement judgement = judgement(row);
                        if (steps.contains(step)
                                && (!judgement.isFault() || !judgement.at().isBefore(faultsSince))) {
                            found.putIfAbsent(new Judged(row.getString(1), step), judgement);
                        }
                    });
        }
        return found;
    }

    private static RailJudgement judgement(ResultSet row) throws SQLException {
        String reasons = row.getString(7);
        return new RailJudgement(
                RailJudgement.Result.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                reasons.isEmpty() ? List.of() : List.of(reasons.split(BETWEEN_REASONS, -1)),
                row.getString(8),
                row.getString(10) == null ? null : new Actor(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(9)));
    }

    private static Set<String> after(Collection<RailedStep> steps) {
        return steps.stream().map(step -> step.after().value()).collect(Collectors.toSet());
    }

    /** Returns when the oldest finding since a time was made. */
    public Optional<Instant> firstSince(Instant since) {
        return jdbc.sql("select min(at) from rail_findings where at >= ?")
                .param(since.toEpochMilli())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    public void insert(Write write, String terms, RailedStep step, RailJudgement judgement) {
        String reasons = judgement.reasons().stream()
                .map(reason -> reason.replace(BETWEEN_REASONS, " "))
                .collect(Collectors.joining(BETWEEN_REASONS));
        jdbc.sql("insert into rail_findings (terms, product, live_channel, before_print, after_print, result, reasons,"
                        + " sample, sample_by, person, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(terms)
                .param(step.product())
                .param(step.liveChannel())
                .param(step.before().value())
                .param(step.after().value())
                .param(judgement.result().wireName())
                .param(reasons.substring(0, Math.min(reasons.length(), LONGEST_REASONS)))
                .param(judgement.sample())
                .param(
                        judgement.sampleBy() == null
                                ? null
                                : judgement.sampleBy().name())
                .param(write.by().name())
                .param(judgement.at().toEpochMilli())
                .update();
    }

    /** Forgets what was found before a time. */
    public void forgetBefore(Instant time) {
        jdbc.sql("delete from rail_findings where at < ?")
                .param(time.toEpochMilli())
                .update();
    }
}
