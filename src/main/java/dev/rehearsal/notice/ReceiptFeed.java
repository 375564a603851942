package dev.rehearsal.notice;

import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.Receipts;
import dev.rehearsal.ledger.Paging;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Publishes the latest receipts with their digests: whoever follows it has copies of the head elsewhere. */
@Service
public class ReceiptFeed {

    private static final Paging LATEST = new Paging(1, 50);

    private final Receipts receipts;
    private final PublicAddress address;

    ReceiptFeed(Receipts receipts, PublicAddress address) {
        this.receipts = receipts;
        this.address = address;
    }

    public ChannelFeed latest() {
        List<FeedEntry> entries =
                receipts.page(LATEST).items().stream().map(this::entry).toList();
        return new ChannelFeed(
                id("receipts"),
                "Receipts",
                address.of("receipts"),
                entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(),
                entries);
    }

    /** Says nothing of what the set is about: with anonymous reading anybody may read it. */
    private FeedEntry entry(Receipt receipt) {
        return new FeedEntry(
                id("receipt/" + receipt.number()),
                "receipt",
                "Receipt %d, of change set %s".formatted(receipt.number(), receipt.set()),
                "SHA-256 " + receipt.digest(),
                "Rehearsal",
                receipt.at(),
                address.of("receipts?receipt=" + receipt.number()));
    }

    private String id(String what) {
        return "tag:%s,2026:%s".formatted(address.host(), what);
    }
}
