package dev.rehearsal.history.receipt;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.history.receipt.store.FactStore;
import dev.rehearsal.history.receipt.store.ReceiptKeyStore;
import dev.rehearsal.history.receipt.store.ReceiptStore;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.traffic.TrafficSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain of a database as nodes with different keys, or none, go on with it. */
public final class KeptReceipts {

    private final TestDatabase database;
    private final Receipts receipts;

    public KeptReceipts(TestDatabase database) {
        this.database = database;
        this.receipts = database.bean(Receipts.class);
    }

    ReceiptChain chain(@Nullable SigningKey key) {
        return chain(key, new StaticListableBeanFactory());
    }

    ReceiptChain chain(@Nullable SigningKey key, TrafficSamples samples) {
        StaticListableBeanFactory known = new StaticListableBeanFactory();
        known.addBean("samples", samples);
        return chain(key, known);
    }

    private ReceiptChain chain(@Nullable SigningKey key, StaticListableBeanFactory known) {
        StoredContents contents = database.bean(StoredContents.class);
        return new ReceiptChain(
                database.bean(FactStore.class),
                database.bean(ReceiptStore.class),
                database.bean(ReceiptKeyStore.class),
                new ReceiptSigner(key),
                new Statements(
                        database.bean(ReceiptAddress.class),
                        new SeenTraffic(
                                known.getBeanProvider(TrafficSamples.class),
                                database.bean(UpdateAnswers.class),
                                contents),
                        contents,
                        database.bean(PastStates.class),
                        database.bean(SnapshotKeeper.class)),
                database.bean(DatabaseClock.class),
                database.bean(PlatformTransactionManager.class));
    }

    /** Makes what is due, as a node without a key does. */
    public void extend() {
        database.bean(ReceiptChain.class).extend();
    }

    /** All of them, the first one first. */
    List<Receipt> all() {
        return receipts.page(new Paging(1, 1_000)).items().reversed();
    }

    List<Receipt> of(ChangeSet set) {
        return receipts.of(set.id());
    }

    /** What a receipt of a set says; the place counts from 0. */
    JsonNode predicate(ChangeSet set, int place) {
        return JsonMapper.shared().readTree(of(set).get(place).payload()).path("predicate");
    }

    /** Writes the receipt, its subjects and the key to files. */
    void download(Path folder, Receipt receipt, SigningKey key) {
        SignedReceipt.write(folder, "receipt.json", receipt.envelope().json());
        SignedReceipt.write(folder, "public.pem", key.verification().pem().getBytes(StandardCharsets.UTF_8));
        receipts.subjects(receipt).forEach(subject -> SignedReceipt.write(folder, subject.name(), subject.bytes()));
    }
}
