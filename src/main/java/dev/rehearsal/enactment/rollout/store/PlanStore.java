package dev.rehearsal.enactment.rollout.store;

import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps rollouts with their steps and checks. */
@Repository
public class PlanStore {

    private static final int LONGEST_REASON = 500;

    private static final RowMapper<RolloutPlan> PLAN = (row, number) -> plan(row);

    private final JdbcClient jdbc;
    private final PlanPartStore parts;

    public PlanStore(JdbcClient jdbc, PlanPartStore parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    /** Returns the number that it gets; its own says nothing. */
    public long insert(Write write, RolloutPlan plan) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        RolloutPlan.Standing standing = plan.standing();
        jdbc.sql("insert into plans (title, product, live_channel, release_name, author, created_at, state, reason,"
                        + " state_by, state_at, cleared, data_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .param(plan.title())
                .param(plan.product())
                .param(plan.liveChannel())
                .param(plan.release().value())
                .param(write.by().name())
                .param(plan.createdAt().toEpochMilli())
                .param(plan.state().wireName())
                .param(standing.reason())
                .param(standing.by().name())
                .param(standing.at().toEpochMilli())
                .param(plan.cleared())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        parts.insert(id, plan);
        return id;
    }

    /** Keeps how it stands, and up to which step it is cleared. */
    public void update(Write write, RolloutPlan plan) {
        RolloutPlan.Standing standing = plan.standing();
        String reason = standing.reason();
        jdbc.sql("update plans set state = ?, reason = ?, state_by = ?, state_at = ?, cleared = ?, data_version = ?"
                        + " where id = ?")
                .param(plan.state().wireName())
                .param(
                        reason != null && reason.length() > LONGEST_REASON
                                ? reason.substring(0, LONGEST_REASON)
                                : reason)
                .param(standing.by().name())
                .param(standing.at().toEpochMilli())
                .param(plan.cleared())
                .param(plan.dataVersion())
                .param(plan.id())
                .update();
    }

    public Optional<RolloutPlan> find(long id) {
        return jdbc.sql("select * from plans where id = ?")
                .param(id)
                .query(PLAN)
                .optional()
                .map(this::whole);
    }

    /** Returns the latest first. */
    public List<RolloutPlan> latest(long offset, int most) {
        return jdbc
                .sql("select * from plans order by id desc offset ? rows fetch next ? rows only")
                .params(offset, most)
                .query(PLAN)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Returns the latest without their steps and checks. */
    public List<RolloutPlan> titles(int most) {
        return jdbc.sql("select * from plans order by id desc fetch first ? rows only")
                .param(most)
                .query(PLAN)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from plans").query(Long.class).single();
    }

    /** Returns those that are paused or stopped, without their steps and checks. */
    public List<RolloutPlan> halted() {
        return jdbc.sql("select * from plans where state in ('paused', 'stopped') order by id")
                .query(PLAN)
                .list();
    }

    /** Returns the numbers of all that are not over. */
    public List<Long> open() {
        return jdbc.sql("select id from plans where state <> 'over' order by id")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Returns the sets of steps that are still to be enacted and may not go, with their plans without steps and checks. */
    public Map<ChangeSetId, RolloutPlan> held() {
        Map<ChangeSetId, RolloutPlan> held = new HashMap<>();
        jdbc.sql("select p.*, s.set_id from plan_steps s"
                        + " join plans p on p.id = s.plan_id join change_sets c on c.id = s.set_id"
                        + " where c.state in ('draft', 'pending', 'held', 'disarmed')"
                        + " and (p.state <> 'going' or s.number > p.cleared)")
                .query(row -> {
                    held.put(new ChangeSetId(row.getLong("set_id")), plan(row));
                });
        return held;
    }

    private RolloutPlan whole(RolloutPlan plan) {
        return plan.with(parts.steps(plan.id()), parts.checks(plan.id()));
    }

    private static RolloutPlan plan(ResultSet row) throws SQLException {
        return new RolloutPlan(
                row.getLong("id"),
                row.getString("title"),
                row.getString("product"),
                row.getString("live_channel"),
                new ReleaseName(row.getString("release_name")),
                new Actor(row.getString("author")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                List.of(),
                List.of(),
                new RolloutPlan.Standing(
                        RolloutPlan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("reason"),
                        new Actor(row.getString("state_by")),
                        Instant.ofEpochMilli(row.getLong("state_at"))),
                row.getInt("cleared"),
                row.getInt("data_version"));
    }
}
