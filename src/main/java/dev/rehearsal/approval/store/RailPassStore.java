package dev.rehearsal.approval.store;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passes over guard rails, and what takes them back, are added and never changed: they are their own history. */
@Repository
public class RailPassStore {

    private static final String COLUMNS = "select id, rail_id, terms, product, live_channel, before_print, after_print,"
            + " set_id, act, role, role_grant, finding, note, person, at from rail_passes";
    private static final RowMapper<Act> ACT = (row, number) -> new Act(
            row.getString(9).equals("pass_over"),
            new RailPass(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    new RailedStep(
                            row.getString(4),
                            row.getString(5),
                            new Fingerprint(row.getString(6)),
                            new Fingerprint(row.getString(7))),
                    new ChangeSetId(row.getLong(8)),
                    new Actor(row.getString(14)),
                    new Role(row.getString(10)),
                    row.getLong(11),
                    row.getString(12),
                    row.getString(13),
                    Instant.ofEpochMilli(row.getLong(15))));

    private final JdbcClient jdbc;

    public RailPassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Act(boolean passesOver, RailPass pass) {}

    /** One person's word on one rail and step: the last word counts. */
    private record Word(Actor by, long rail, RailedStep step) {}

    /** Reads who passes over rails for these steps, but for what was taken back, in the order in which they said so. */
    public List<RailPass> of(Set<RailedStep> steps) {
        List<Act> acts = new ArrayList<>();
        Set<String> prints = steps.stream().map(step -> step.after().value()).collect(Collectors.toSet());
        for (List<String> some : Fingerprints.inChunks(prints)) {
            acts.addAll(jdbc.sql(COLUMNS + " where after_print in (:prints) order by id")
                    .param("prints", some)
                    .query(ACT)
                    .list());
        }
        return lastWords(acts).stream()
                .filter(pass -> steps.contains(pass.step()))
                .toList();
    }

    /** Reads who passed over rails for what a set would have done, but for what was taken back. */
    public List<RailPass> of(ChangeSetId set) {
        return lastWords(jdbc.sql(COLUMNS + " where set_id = ? order by id")
                .param(set.value())
                .query(ACT)
                .list());
    }

    private static List<RailPass> lastWords(List<Act> acts) {
        Map<Word, RailPass> last = new LinkedHashMap<>();
        for (Act act : acts) {
            Word word = new Word(act.pass().by(), act.pass().rail(), act.pass().step());
            last.remove(word);
            if (act.passesOver()) {
                last.put(word, act.pass());
            }
        }
        return List.copyOf(last.values());
    }

    public void passOver(Write write, RailPass pass, Person by) {
        insert(write, "pass_over", pass, by);
    }

    public void takeBack(Write write, RailPass pass, Person by) {
        insert(write, "take_back", pass, by);
    }

    private void insert(Write write, String act, RailPass pass, Person by) {
        jdbc.sql(
                        "insert into rail_passes (rail_id, terms, product, live_channel, before_print, after_print, set_id, act,"
                                + " role, role_grant, finding, note, person, person_id, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(pass.rail())
                .param(pass.terms())
                .param(pass.step().product())
                .param(pass.step().liveChannel())
                .param(pass.step().before().value())
                .param(pass.step().after().value())
                .param(pass.set().value())
                .param(act)
                .param(pass.role().name())
                .param(pass.grant())
                .param(pass.finding())
                .param(pass.note())
                .param(write.by().name())
                .param(by.id().value())
                .param(write.at().toEpochMilli())
                .update();
    }
}
