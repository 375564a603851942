package dev.rehearsal.history.receipt;

import dev.rehearsal.history.receipt.store.FactStore;
import dev.rehearsal.history.receipt.store.ReceiptKeyStore;
import dev.rehearsal.history.receipt.store.ReceiptStore;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes statements of what was kept, one after another, and signs them. Each is added in one transaction under the next
 * number, which only one node can take: so the chain is unbroken wherever a node ends, and no set has two receipts.
 */
@Component
class ReceiptChain {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptChain.class);
    private static final int MOST_AT_ONCE = 200;
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final FactStore facts;
    private final ReceiptStore receipts;
    private final ReceiptKeyStore keys;
    private final ReceiptSigner signer;
    private final ReceiptAddress address;
    private final SeenTraffic traffic;
    private final StoredContents contents;
    private final SnapshotKeeper snapshots;
    private final DatabaseClock clock;
    private final TransactionTemplate transactions;
    private volatile boolean published;

    ReceiptChain(
            FactStore facts,
            ReceiptStore receipts,
            ReceiptKeyStore keys,
            ReceiptSigner signer,
            ReceiptAddress address,
            SeenTraffic traffic,
            StoredContents contents,
            SnapshotKeeper snapshots,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.receipts = receipts;
        this.keys = keys;
        this.signer = signer;
        this.address = address;
        this.traffic = traffic;
        this.contents = contents;
        this.snapshots = snapshots;
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
        int added = 0;
        try {
            while (added < MOST_AT_ONCE && Boolean.TRUE.equals(transactions.execute(status -> addNext()))) {
                added++;
            }
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node adds to the chain of receipts");
            return true;
        }
        return signUnsigned() || added == MOST_AT_ONCE;
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
        byte[] payload = kind == ReceiptKind.ENACTED
                ? enactment(number, previous, kept.told())
                : observation(number, previous, kind, kept, now);
        Envelope.Signed signed = signer.sign(payload).orElse(null);
        receipts.insert(new Receipt(
                number,
                kind,
                kept.id(),
                kept.told().set(),
                now,
                new String(payload, StandardCharsets.UTF_8),
                Sha256.of(payload),
                signed,
                signed == null ? null : now));
    }

    private byte[] enactment(long number, @Nullable String previous, NewFacts told) {
        return Statement.json(
                SubjectFile.of(told).stream().map(SubjectFile::subject).toList(),
                ReceiptKind.ENACTED.predicateType(),
                Predicate.chained(
                        address.installation(),
                        number,
                        previous,
                        JsonMapper.shared().readValue(told.predicate(), FIELDS)));
    }

    private byte[] observation(long number, @Nullable String previous, ReceiptKind kind, KeptFacts kept, Instant now) {
        Receipt first = receipts.enacted(kept.id());
        Duration after = Objects.requireNonNull(kind.after());
        Tables live = snapshots.current().live();
        Observation observation = new Observation(kept.told(), live, contents);
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("timeVerified", EnactmentFacts.time(now));
        said.put("resourceUri", address.of("changes/" + kept.told().set()));
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("number", first.number());
        of.put("sha256", first.digest());
        of.put("enactedAt", EnactmentFacts.time(kept.told().at()));
        said.put("of", of);
        said.put("after", after.toString());
        said.putAll(observation.told());
        List<Map<String, @Nullable Object>> seen = traffic.at(observation.places(), after, live);
        said.put("traffic", seen.isEmpty() ? "no traffic known" : seen);
        return Statement.json(
                List.of(new Statement.Subject(SubjectFile.statementOf(first.number()), first.digest())),
                kind.predicateType(),
                Predicate.chained(address.installation(), number, previous, said));
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
