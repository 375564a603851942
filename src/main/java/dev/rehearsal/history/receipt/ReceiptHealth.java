package dev.rehearsal.history.receipt;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how receipts are kept, as {@code receipts} in {@code /actuator/health}: up, since no client depends on them. */
@Component("receiptsHealthIndicator")
class ReceiptHealth implements HealthIndicator {

    private final ReceiptRounds rounds;

    ReceiptHealth(ReceiptRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        rounds.seen().ifPresent(seen -> {
            ReceiptState state = seen.state();
            health.withDetail("signed_by", state.key() == null ? "no key: they are kept unsigned" : state.key());
            health.withDetail("waiting", state.waiting());
            health.withDetail("unsigned", state.unsigned());
            seen.head().ifPresent(head -> health.withDetail("head", head.number() + " " + head.digest()));
            if (state.trouble() != null) {
                health.withDetail("trouble", state.trouble());
            }
        });
        return health.build();
    }
}
