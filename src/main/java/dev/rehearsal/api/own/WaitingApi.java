package dev.rehearsal.api.own;

import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.SetsKeptBack;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what waits for the caller: to be signed, tested, decided, answered, passed over or resumed. */
@RestController
class WaitingApi {

    private final WaitingForMe waiting;
    private final SetsKeptBack keptBack;
    private final SnapshotKeeper snapshots;

    WaitingApi(WaitingForMe waiting, SetsKeptBack keptBack, SnapshotKeeper snapshots) {
        this.waiting = waiting;
        this.keptBack = keptBack;
        this.snapshots = snapshots;
    }

    @GetMapping("/api/waiting")
    Map<String, Object> waiting(@AuthenticationPrincipal Actor actor) {
        NodeState state = snapshots.current();
        List<Map<String, Object>> toSign =
                waiting.toSign(state, actor).stream().map(WaitingApi::json).toList();
        List<Map<String, @Nullable Object>> toTest =
                waiting.toTest(state, actor).stream().map(WaitingApi::json).toList();
        List<Map<String, Object>> toAnswer =
                waiting.toAnswer(state, actor).stream().map(WaitingApi::json).toList();
        List<Map<String, Object>> toDecide =
                waiting.toDecide(state, actor).stream().map(WaitingApi::due).toList();
        List<Map<String, Object>> toPass =
                keptBack.toPass(state, actor).stream().map(WaitingApi::json).toList();
        List<Map<String, Object>> toResume =
                keptBack.toResume(state, actor).stream().map(WaitingApi::json).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "count",
                toSign.size() + toTest.size() + toDecide.size() + toAnswer.size() + toPass.size() + toResume.size());
        answer.put("to_sign", toSign);
        answer.put("to_test", toTest);
        answer.put("to_decide", toDecide);
        answer.put("to_answer", toAnswer);
        answer.put("to_pass", toPass);
        answer.put("to_resume", toResume);
        return answer;
    }

    private static Map<String, Object> named(ChangeSet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change_set", set.id().value());
        json.put("title", set.title());
        return json;
    }

    private static Map<String, Object> due(ChangeSet set) {
        Map<String, Object> json = named(set);
        json.put("when", set.due().toEpochMilli());
        return json;
    }

    private static Map<String, Object> json(WaitingForMe.ToSign toSign) {
        Map<String, Object> json = due(toSign.set());
        json.put("roles", toSign.roles().stream().map(Role::name).toList());
        return json;
    }

    private static Map<String, Object> json(SetsKeptBack.ToPass toPass) {
        Map<String, Object> json = due(toPass.set());
        json.put("rails", toPass.findings().stream().map(RailJson::of).toList());
        return json;
    }

    private static Map<String, Object> json(SetsKeptBack.ToResume toResume) {
        Map<String, Object> json = due(toResume.next());
        json.put("plan", toResume.hold().plan());
        json.put("why", toResume.hold().why());
        return json;
    }

    private static Map<String, Object> json(WaitingForMe.ToAnswer toAnswer) {
        Map<String, Object> json = named(toAnswer.set());
        json.put("why", toAnswer.why().name().toLowerCase(Locale.ROOT));
        json.put("comment", toAnswer.comment().id());
        json.put("person", toAnswer.comment().by().name());
        json.put("text", toAnswer.comment().text());
        return json;
    }

    private static Map<String, @Nullable Object> json(WaitingForMe.ToTest toTest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("test_channel", toTest.mapping().testChannel());
        json.putAll(GateJson.of(toTest.finding()));
        return json;
    }
}
