package dev.rehearsal.api.own;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.ChannelFeed;
import dev.rehearsal.notice.ChannelFeeds;
import dev.rehearsal.notice.ReceiptFeed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A feed for each live channel, and one of receipts, for whatever reads Atom. */
@RestController
class FeedsApi {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ChannelFeeds feeds;
    private final ReceiptFeed receipts;

    FeedsApi(ChannelFeeds feeds, ReceiptFeed receipts) {
        this.feeds = feeds;
        this.receipts = receipts;
    }

    /** Whoever has it already is told only that; verdicts are told to nobody without a token, as everywhere. */
    @GetMapping(path = "/api/feeds/{product}/{channel}.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @Nullable
    ResponseEntity<byte[]> read(
            @AuthenticationPrincipal @Nullable Actor reader,
            @PathVariable String product,
            @PathVariable String channel,
            WebRequest request) {
        return answer(feeds.of(product, channel, reader != null), request);
    }

    /** The latest receipts with their digests, so that a reader elsewhere keeps them. */
    @GetMapping(path = "/api/feeds/receipts.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @Nullable
    ResponseEntity<byte[]> receipts(WebRequest request) {
        return answer(receipts.latest(), request);
    }

    private static @Nullable ResponseEntity<byte[]> answer(ChannelFeed feed, WebRequest request) {
        byte[] xml = AtomXml.of(feed).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + DigestUtils.md5DigestAsHex(xml) + "\"";
        if (request.checkNotModified(tag, feed.updated().toEpochMilli())) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .body(xml);
    }
}
