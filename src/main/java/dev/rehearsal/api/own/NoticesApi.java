package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.notice.Deliveries;
import dev.rehearsal.notice.Delivery;
import dev.rehearsal.notice.NoticeWishes;
import dev.rehearsal.notice.Wishes;
import dev.rehearsal.problem.RefusedException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tells which notices are on their way to receivers, and what people want to be told. */
@RestController
@RequestMapping("/api/notices")
class NoticesApi {

    private final Deliveries deliveries;
    private final NoticeWishes wishes;

    NoticesApi(Deliveries deliveries, NoticeWishes wishes) {
        this.deliveries = deliveries;
        this.wishes = wishes;
    }

    /** The latest first. */
    @GetMapping("/deliveries")
    Map<String, Object> deliveries(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        Paging paging = new Paging(page, limit);
        Delivery.State wanted = state == null ? null : state(state);
        return HistoryJson.page(
                "deliveries",
                new Page<>(
                                deliveries.count(actor, wanted),
                                deliveries.latest(actor, wanted, paging.offset(), paging.limit()))
                        .map(WebhookJson::of));
    }

    private static Delivery.State state(String sent) {
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.wireName().equals(sent))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("state", "must be waiting, delivered or dead"));
    }

    @PostMapping("/deliveries/{id}/again")
    Map<String, @Nullable Object> sendAgain(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return WebhookJson.of(deliveries.sendAgain(actor, id));
    }

    /** Returns those of whoever asks. */
    @GetMapping("/wishes")
    Map<String, @Nullable Object> wishes(@AuthenticationPrincipal Actor actor) {
        return json(wishes.of(actor));
    }

    /** Takes all wishes of whoever asks. */
    @PutMapping("/wishes")
    Map<String, @Nullable Object> put(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("address", "kinds", "mailed"));
        Wishes wanted =
                new Wishes(Objects.requireNonNullElse(fields.optionalText("address"), ""), WebhookJson.kinds(fields));
        fields.refuseProblems();
        return json(wishes.put(actor, wanted));
    }

    private Map<String, @Nullable Object> json(Wishes wanted) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("address", wanted.address().isEmpty() ? null : wanted.address());
        json.put("kinds", WebhookJson.names(wanted.kinds()));
        json.put("mailed", wishes.areMailed());
        return json;
    }
}
