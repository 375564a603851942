package dev.rehearsal.ui.webhooks;

import dev.rehearsal.access.SignedIn;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.Deliveries;
import dev.rehearsal.notice.NoticeOptions;
import dev.rehearsal.notice.NoticeWishes;
import dev.rehearsal.notice.PublicAddress;
import dev.rehearsal.notice.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what the screen of webhooks shows and does for the signed-in user. */
@Component
record WebhookDesk(
        SignedIn signedIn,
        Webhooks webhooks,
        Deliveries deliveries,
        NoticeWishes wishes,
        NoticeOptions options,
        PublicAddress address) {

    Actor actor() {
        return signedIn.actor();
    }

    /** Returns what somebody reads who may see nothing here; null for those who may. */
    @Nullable
    String whyNot() {
        return webhooks.whyNot(actor());
    }
}
