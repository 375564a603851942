package dev.rehearsal.change;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.AskedPassword;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passwords for others: a set approves one, and it is made up when it is collected. */
public final class PasswordKind extends RowKind<AskedPassword> {

    PasswordKind() {
        super(
                "password",
                PermissionName.PERMISSION,
                AskedPassword.class,
                asked -> null,
                asked -> 0,
                List.of(Column.of("username", AskedPassword::person)));
    }

    public Proposal.ChangeRow<AskedPassword> make(String person) {
        return new Proposal.ChangeRow<>(
                this, RowKey.NEW, Proposal.Row.NONE_YET, null, new AskedPassword(person, PersonId.NONE));
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public RowKey key(AskedPassword asked) {
        return RowKey.NEW;
    }

    /** As setting one at once takes both. */
    @Override
    Set<Action> actions(@Nullable AskedPassword before, @Nullable AskedPassword after) {
        return Set.of(Action.CREATE, Action.MODIFY);
    }

    @Override
    public String name(AskedPassword asked) {
        return "password for " + asked.person();
    }

    @Override
    Stake stake(AskedPassword asked) {
        return new Stake.OfPerson(asked.person(), null);
    }

    @Override
    public AskedPassword read(RowFields fields) {
        return new AskedPassword(fields.text("username"), PersonId.NONE);
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable AskedPassword becomes) {
        return becomes == null ? "Remove a password" : "Make a " + name(becomes);
    }
}
