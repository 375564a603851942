package dev.rehearsal.change;

import dev.rehearsal.access.AskedToken;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.problem.EpochMillis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** API tokens for others: a set approves one, and it is made when it is collected. */
public final class TokenKind extends RowKind<AskedToken> {

    TokenKind() {
        super(
                "token",
                PermissionName.PERMISSION,
                AskedToken.class,
                asked -> null,
                asked -> 0,
                List.of(
                        Column.of("username", AskedToken::person),
                        Column.of("name", AskedToken::name),
                        Column.of("scope", asked -> asked.scope().wireName()),
                        Column.of("expires_at", AskedToken::expiresAt)));
    }

    /** @param expiresAt null for the usual life */
    public Proposal.ChangeRow<AskedToken> make(String person, String name, TokenScope scope, @Nullable Long expiresAt) {
        AskedToken asked = new AskedToken(person, PersonId.NONE, name, scope, expiresAt);
        return new Proposal.ChangeRow<>(this, RowKey.NEW, Proposal.Row.NONE_YET, null, asked);
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public RowKey key(AskedToken asked) {
        return RowKey.NEW;
    }

    @Override
    public String name(AskedToken asked) {
        return "token '%s' for %s".formatted(asked.name(), asked.person());
    }

    @Override
    Stake stake(AskedToken asked) {
        return new Stake.OfPerson(asked.person(), null);
    }

    @Override
    public AskedToken read(RowFields fields) {
        String scope = fields.optionalText("scope");
        return new AskedToken(
                fields.text("username"),
                PersonId.NONE,
                fields.text("name"),
                scope == null
                        ? TokenScope.WRITE
                        : TokenScope.named(scope)
                                .orElseGet(() -> fields.wrong("scope", "must be read or write", TokenScope.READ)),
                expiry(fields));
    }

    private static @Nullable Long expiry(RowFields fields) {
        JsonNode sent = fields.sent("expires_at");
        if (sent == null || sent.isNull()) {
            return null;
        }
        long millis = sent.isIntegralNumber() && sent.canConvertToLong() ? sent.asLong() : -1;
        String refusal = millis == 0 ? "lies in the past" : EpochMillis.refusal(millis);
        return refusal == null ? (Long) millis : fields.wrong("expires_at", refusal, (Long) 0L);
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable AskedToken becomes) {
        return becomes == null ? "Remove a token" : "Make the " + name(becomes);
    }
}
