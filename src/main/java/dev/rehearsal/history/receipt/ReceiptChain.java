package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import dev.rehearsal.history.receipt.store.FactStore;
import dev.rehearsal.history.receipt.store.ReceiptKeyStore;
import dev.rehearsal.history.receipt.store.ReceiptStore;
import dev.rehearsal.ledger.DatabaseClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes statements of what was kept, one after another, and signs them. Each is added in one transaction under the next
 * number, which only one node can take: so the chain is unbroken wherever a node ends, and no set has two receipts.
 */
@Component
class ReceiptChain {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptChain.class);
    private static final int MOST_AT_ONCE = 200;

    private final FactStore facts;
    private final ReceiptStore receipts;
    private final ReceiptKeyStore keys;
    private final ReceiptSigner signer;
    private final Statements statements;
    private final DatabaseClock clock;
    private final TransactionTemplate transactions;
    private volatile boolean published;

    ReceiptChain(
            FactStore facts,
            ReceiptStore receipts,
            ReceiptKeyStore keys,
            ReceiptSigner signer,
            Statements statements,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.receipts = receipts;
        this.keys = keys;
        this.signer = signer;
        this.statements = statements;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Does what is due, as far as no other node does.
     *
     * @return whether something is left for the next round
     */
    boolean extend() {
        publishKey();
        boolean isLeft = signUnsigned();
        int added = 0;
        try {
            while (added < MOST_AT_ONCE && Boolean.TRUE.equals(transactions.execute(status -> addNext()))) {
                added++;
            }
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node adds to the chain of receipts");
            return true;
        }
        return isLeft || added == MOST_AT_ONCE || signer.trouble().isPresent();
    }

    /** Before anything is signed, so that nobody meets a signature of a key that they cannot look up. */
    private void publishKey() {
        Optional<VerificationKey> key = signer.verification();
        if (published || key.isEmpty()) {
            return;
        }
        VerificationKey own = key.get();
        try {
            transactions.executeWithoutResult(status -> {
                Instant now = clock.now();
                if (keys.all().stream().noneMatch(known -> known.id().equals(own.id()))) {
                    keys.insert(new PublishedKey(own.id(), own.algorithm(), own.pem(), now, null));
                }
                keys.use(own.id(), now);
            });
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node publishes the key {}", own.id());
        }
        published = true;
    }

    private boolean addNext() {
        Optional<Receipt.Head> head = receipts.head();
        Optional<KeptFacts> enacted = facts.nextEnacted();
        if (enacted.isPresent()) {
            add(head, ReceiptKind.ENACTED, enacted.get(), clock.now());
            return true;
        }
        for (ReceiptKind kind : List.of(ReceiptKind.AFTER_AN_HOUR, ReceiptKind.AFTER_A_DAY)) {
            Instant now = clock.now();
            Optional<KeptFacts> observed = facts.nextObserved(kind, now.minus(Objects.requireNonNull(kind.after())));
            if (observed.isPresent()) {
                add(head, kind, observed.get(), now);
                return true;
            }
        }
        return false;
    }

    private void add(Optional<Receipt.Head> head, ReceiptKind kind, KeptFacts kept, Instant now) {
        long number = head.map(Receipt.Head::number).orElse(0L) + 1;
        String previous = head.map(Receipt.Head::digest).orElse(null);
        Statements.Place place = new Statements.Place(number, previous);
        byte[] payload = kind == ReceiptKind.ENACTED
                ? statements.ofEnactment(place, kept.told())
                : statements.ofObservation(place, kind, kept, receipts.enacted(kept.id()), now);
        Envelope.Signed signed = signer.sign(payload).orElse(null);
        receipts.insert(new Receipt(
                number,
                kind,
                kept.id(),
                kept.told().set(),
                now,
                new String(payload, StandardCharsets.UTF_8),
                Digest.of(payload).value(),
                signed,
                signed == null ? null : now));
    }

    /**
     * Signs what was made while there was no key, or it could not sign.
     *
     * @return whether something is left
     */
    private boolean signUnsigned() {
        if (signer.verification().isEmpty()) {
            return false;
        }
        List<Receipt> unsigned = receipts.unsigned(MOST_AT_ONCE);
        for (Receipt receipt : unsigned) {
            Optional<Envelope.Signed> signed = signer.sign(receipt.payload().getBytes(StandardCharsets.UTF_8));
            if (signed.isEmpty()) {
                return true;
            }
            receipts.sign(receipt.number(), signed.get(), clock.now());
        }
        return unsigned.size() == MOST_AT_ONCE;
    }
}
