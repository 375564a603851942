package dev.rehearsal.enactment.rollout.store;

import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.enactment.rollout.PlanStep;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the steps and checks of rollouts. */
@Repository
public class PlanPartStore {

    private final JdbcClient jdbc;

    public PlanPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long id, RolloutPlan plan) {
        plan.steps().forEach(step -> insert(id, step));
        plan.checks().forEach(check -> insert(id, check));
    }

    List<PlanStep> steps(long plan) {
        return jdbc.sql("select * from plan_steps where plan_id = ? order by number")
                .param(plan)
                .query((row, number) -> step(row))
                .list();
    }

    List<PlanCheck> checks(long plan) {
        return jdbc.sql("select * from plan_checks where plan_id = ? order by number")
                .param(plan)
                .query((row, number) -> check(row))
                .list();
    }

    private void insert(long plan, PlanStep step) {
        jdbc.sql("insert into plan_steps (plan_id, number, set_id, channel, release_name, percentage, soak_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        plan,
                        step.number(),
                        step.set().value(),
                        step.channel(),
                        step.release().value(),
                        step.percentage(),
                        step.soak().toMillis())
                .update();
    }

    private void insert(long plan, PlanCheck check) {
        switch (check) {
            case PlanCheck.NoFail _, PlanCheck.Unchanged _ ->
                insert(plan, check, "verdict", null, null, null, Duration.ZERO);
            case PlanCheck.Figure figure ->
                insert(plan, check, "figure", figure.atLeast(), figure.atMost(), null, figure.within());
            case PlanCheck.Asked asked -> insert(plan, check, "url", null, null, asked.url(), asked.within());
        }
    }

    private void insert(
            long plan,
            PlanCheck check,
            String kind,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @Nullable String url,
            Duration within) {
        jdbc.sql("insert into plan_checks (plan_id, number, kind, name, at_least, at_most, url, within_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(plan, check.number(), kind, check.name())
                .param(atLeast)
                .param(atMost)
                .param(url)
                .param(within.toMillis())
                .update();
    }

    public void updateSoak(Write write, long plan, int step, Duration soak) {
        jdbc.sql("update plan_steps set soak_ms = ? where plan_id = ? and number = ?")
                .params(soak.toMillis(), plan, step)
                .update();
    }

    private static PlanStep step(ResultSet row) throws SQLException {
        return new PlanStep(
                row.getInt("number"),
                new ChangeSetId(row.getLong("set_id")),
                row.getString("channel"),
                new ReleaseName(row.getString("release_name")),
                row.getInt("percentage"),
                Duration.ofMillis(row.getLong("soak_ms")));
    }

    private static PlanCheck check(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        String name = row.getString("name");
        Duration within = Duration.ofMillis(row.getLong("within_ms"));
        return switch (row.getString("kind")) {
            case "figure" ->
                new PlanCheck.Figure(
                        number,
                        name,
                        row.getObject("at_least", Double.class),
                        row.getObject("at_most", Double.class),
                        within);
            case "url" -> new PlanCheck.Asked(number, name, row.getString("url"), within);
            default -> new PlanCheck.NoFail(number);
        };
    }
}
