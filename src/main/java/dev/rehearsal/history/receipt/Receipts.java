package dev.rehearsal.history.receipt;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.history.receipt.store.FactStore;
import dev.rehearsal.history.receipt.store.ReceiptKeyStore;
import dev.rehearsal.history.receipt.store.ReceiptStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows the chain of receipts, what each is about, and the keys that check it. */
@Service
public class Receipts {

    private static final RequiredPermission SEE_PERMISSIONS = RequiredPermission.onPeople(Action.VIEW);

    private final ReceiptStore receipts;
    private final FactStore facts;
    private final ReceiptKeyStore keys;
    private final ReceiptSigner signer;
    private final Access access;

    Receipts(ReceiptStore receipts, FactStore facts, ReceiptKeyStore keys, ReceiptSigner signer, Access access) {
        this.receipts = receipts;
        this.facts = facts;
        this.keys = keys;
        this.signer = signer;
        this.access = access;
    }

    /** Newest first. */
    public Page<Receipt> page(Paging paging) {
        return receipts.page(paging);
    }

    public Optional<Receipt> find(long number) {
        return receipts.find(number);
    }

    /** @throws RefusedException if there is none of this number */
    public Receipt get(long number) {
        return find(number).orElseThrow(() -> RefusedException.notFound("there is no receipt " + number));
    }

    /** Returns the end of the chain; empty before the first enactment. */
    public Optional<Receipt.Head> head() {
        return receipts.head();
    }

    /** Lists the receipt of a set, and those that look at it again. */
    public List<Receipt> of(ChangeSetId set) {
        return receipts.of(set);
    }

    /** Returns what a receipt says, for people. */
    public ReceiptText told(Receipt receipt) {
        return ReceiptText.of(
                receipt, receipt.kind() == ReceiptKind.ENACTED ? receipt : receipts.enacted(receipt.facts()));
    }

    /** Whether a set has a receipt, or will in a moment: those that went live before receipts were kept have none. */
    public boolean areKeptOf(ChangeSetId set) {
        return facts.isKnown(set);
    }

    /** Returns the bytes that a receipt is about. */
    public List<SubjectFile> subjects(Receipt receipt) {
        return receipt.kind() == ReceiptKind.ENACTED
                ? SubjectFile.of(facts.get(receipt.facts()).told())
                : List.of(SubjectFile.of(receipts.enacted(receipt.facts())));
    }

    /** @throws RefusedException if there is no such receipt or subject, or the reader may not see what it tells of people */
    public SubjectFile subject(Actor reader, long number, String name) {
        Receipt receipt = get(number);
        SubjectFile found = subjects(receipt).stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("receipt %d has no subject '%s'".formatted(number, name)));
        if (found.tellsOfPeople() && facts.get(receipt.facts()).told().aboutPeople()) {
            access.require(reader, SEE_PERMISSIONS);
        }
        return found;
    }

    /** Lists every key that ever signed, the oldest first. */
    public List<PublishedKey> keys() {
        return keys.all();
    }

    /** How receipts are kept here. */
    public ReceiptState state() {
        String key = signer.verification().map(VerificationKey::id).orElse(null);
        long unsigned = receipts.countUnsigned();
        return new ReceiptState(key, signer.trouble().orElse(null), facts.waiting(), unsigned);
    }
}
