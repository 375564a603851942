package dev.rehearsal.enactment.rollout.store;

import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.enactment.rollout.PlanEvent;
import dev.rehearsal.enactment.rollout.Reading;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was seen of rollouts, and what was done to them. */
@Repository
public class PlanRecordStore {

    private static final int MOST_READINGS = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_WORD = 300;

    private final JdbcClient jdbc;

    public PlanRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what was seen; of each check only the latest are kept. */
    public void insert(Write write, long plan, Reading reading) {
        jdbc.sql("insert into plan_readings (plan_id, check_number, figure, outcome, says, person, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(plan)
                .param(reading.check())
                .param(reading.figure())
                .param(reading.outcome() == null ? null : reading.outcome().wireName())
                .param(cut(reading.says(), LONGEST_WORD))
                .param(reading.by().name())
                .param(reading.at().toEpochMilli())
                .update();
        jdbc.sql("delete from plan_readings where plan_id = ? and check_number = ? and id <= (select max(id) from"
                        + " (select id from plan_readings where plan_id = ? and check_number = ?"
                        + " order by id desc offset ? rows fetch next 1 rows only) old)"
                        + " and id <> (select coalesce(max(id), 0) from plan_readings where plan_id = ?"
                        + " and check_number = ? and (figure is not null or outcome in ('success', 'failure')))")
                .params(plan, reading.check(), plan, reading.check(), MOST_READINGS, plan, reading.check())
                .update();
    }

    /** Reads the latest of each check, and the latest that tells something, in the order in which they were made. */
    public List<Reading> latest(long plan) {
        return jdbc.sql("select * from plan_readings where id in (select max(id) from plan_readings where plan_id = ?"
                        + " group by check_number union select max(id) from plan_readings where plan_id = ?"
                        + " and (figure is not null or outcome in ('success', 'failure')) group by check_number)"
                        + " order by id")
                .params(plan, plan)
                .query((row, number) -> reading(row))
                .list();
    }

    public void insert(Write write, RolloutPlan plan, PlanEvent event) {
        jdbc.sql("insert into plan_events (plan_id, product, live_channel, act, step, percentage, note, person, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(plan.id())
                .param(plan.product())
                .param(plan.liveChannel())
                .param(event.act().wireName())
                .param(event.step())
                .param(event.percentage())
                .param(event.note() == null ? null : cut(event.note(), LONGEST_NOTE))
                .param(event.by().name())
                .param(event.at().toEpochMilli())
                .update();
    }

    /** Reads what was done, the latest first. */
    public List<PlanEvent> events(long plan, int most) {
        return jdbc.sql("select * from plan_events where plan_id = ? order by id desc fetch first ? rows only")
                .params(plan, most)
                .query((row, number) -> event(row))
                .list();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static Reading reading(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Reading(
                row.getInt("check_number"),
                row.getObject("figure", Double.class),
                outcome == null ? null : CheckResult.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                row.getString("says"),
                new Actor(row.getString("person")),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static PlanEvent event(ResultSet row) throws SQLException {
        return new PlanEvent(
                PlanEvent.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                row.getObject("step", Integer.class),
                row.getObject("percentage", Integer.class),
                row.getString("note"),
                new Actor(row.getString("person")),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
