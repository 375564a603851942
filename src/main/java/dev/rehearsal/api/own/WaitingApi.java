package dev.rehearsal.api.own;

import dev.rehearsal.access.Role;
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

/** What waits for whoever asks: to be signed, to be tested, or to be answered. */
@RestController
class WaitingApi {

    private final WaitingForMe waiting;
    private final SnapshotKeeper snapshots;

    WaitingApi(WaitingForMe waiting, SnapshotKeeper snapshots) {
        this.waiting = waiting;
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
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", toSign.size() + toTest.size() + toAnswer.size());
        answer.put("to_sign", toSign);
        answer.put("to_test", toTest);
        answer.put("to_answer", toAnswer);
        return answer;
    }

    private static Map<String, Object> json(WaitingForMe.ToSign toSign) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change_set", toSign.set().id().value());
        json.put("title", toSign.set().title());
        json.put("when", toSign.set().due().toEpochMilli());
        json.put("roles", toSign.roles().stream().map(Role::name).toList());
        return json;
    }

    private static Map<String, Object> json(WaitingForMe.ToAnswer toAnswer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change_set", toAnswer.set().id().value());
        json.put("title", toAnswer.set().title());
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
