package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.insight.preview.ChannelFindings;
import dev.rehearsal.insight.warning.ChangeSetFindings;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what is wrong or odd now, about pending sets and channels. */
@RestController
class FindingsApi {

    private final ChannelFindings channels;
    private final ChangeSetFindings sets;

    FindingsApi(ChannelFindings channels, ChangeSetFindings sets) {
        this.channels = channels;
        this.sets = sets;
    }

    /**
     * Errors first.
     *
     * @param product null for every product
     * @param channel live or test; null for every channel
     */
    @GetMapping("/api/findings")
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        Paging paging = new Paging(page, limit);
        return HistoryJson.page(
                "findings", Page.of(channels.of(sets, product, channel), paging).map(FindingJson::of));
    }
}
