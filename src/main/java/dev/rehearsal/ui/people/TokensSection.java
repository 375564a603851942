package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.ApiToken;
import dev.rehearsal.access.NewToken;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.RefusalLine;
import dev.rehearsal.ui.frame.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A card with the tokens by which automation, or a script of somebody, calls the API. */
class TokensSection extends Card {

    private static final Messages MESSAGES = Messages.beside(TokensSection.class);

    private final PeopleDesk desk;
    private final String name;
    private final UnorderedList list = new UnorderedList();
    private final TextField title = new TextField();
    private final Select<TokenScope> scope = new Select<>();
    private final Select<TokenLife> life = new Select<>();
    private final DisabledReasonButton create =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("tokens.create"), this::create));
    private final RefusalLine refusal = new RefusalLine();
    private final FreshToken fresh = new FreshToken();
    private final ScheduledLine scheduled = new ScheduledLine();
    private Person shown;

    TokensSection(PeopleDesk desk, String name) {
        super(MESSAGES.get("tokens"));
        this.desk = desk;
        this.name = name;
        this.shown = Person.nobody(name);
        title.setAriaLabel(MESSAGES.get("tokens.what-for.token"));
        title.setPlaceholder(MESSAGES.get("tokens.what-for"));
        title.addThemeName("small");
        scope.setAriaLabel(MESSAGES.get("tokens.scope"));
        scope.setItems(TokenScope.values());
        scope.setItemLabelGenerator(TokenScope::wireName);
        scope.setValue(TokenScope.READ);
        scope.addThemeName("small");
        life.setAriaLabel(MESSAGES.get("tokens.life"));
        life.setItems(TokenLife.values());
        life.setItemLabelGenerator(TokenLife::words);
        life.setValue(TokenLife.QUARTER);
        life.addThemeName("small");
        Div form = new Div(title, scope, life, create);
        form.addClassName("bar");
        add(list, fresh, form, refusal, scheduled);
    }

    void show(Person person) {
        shown = person;
        create.allow(person.isKnown() ? desk.whyNot(Action.CREATE, name) : MESSAGES.get("tokens.no-permission", name));
        list.removeAll();
        desk.tokens().of(desk.actor(), name).forEach(token -> list.add(item(token)));
    }

    private ListItem item(ApiToken token) {
        Span title = new Span(token.name());
        title.addClassName("name");
        ListItem item = new ListItem(
                title,
                new Span(token.scope().wireName()),
                new Span(MESSAGES.parts("token.made", Moment.date(token.createdAt()), token.createdBy())));
        if (token.revokedAt() != null) {
            item.add(new Chip(Tone.CALM, "✕", MESSAGES.get("token.revoked")));
            if (token.revokedBy() != null) {
                item.add(new Span(MESSAGES.get("token.revoked.by", token.revokedBy())));
            }
        } else if (token.isExpired(desk.now())) {
            item.add(new Chip(Tone.CALM, "⌛", MESSAGES.get("token.expired")));
        } else {
            if (token.expiresAt() != null) {
                item.add(new Span(MESSAGES.parts("token.expires", Moment.date(token.expiresAt()))));
            }
            if (token.confirmedBy() != null) {
                item.add(new Span(MESSAGES.get("confirmed", token.confirmedBy())));
            }
            if (desk.canConfirm(name, new Actor(token.createdBy()), token.createdAt(), token.confirmedBy() != null)) {
                item.add(new SmallButton(
                        MESSAGES.get("confirm"),
                        MESSAGES.get("token.confirm.which", token.name()),
                        () -> confirm(token)));
            }
            item.add(new DisabledReasonButton(
                    new SmallButton(
                            MESSAGES.get("token.revoke"),
                            MESSAGES.get("token.revoke.which", token.name()),
                            () -> askToRevoke(token)),
                    desk.whyNot(Action.DELETE, name)));
        }
        return item;
    }

    private void create() {
        scheduled.clear();
        refusal.attempt(() -> {
            make(title.getValue().strip(), life.getValue().endingFrom(desk.now()));
            title.clear();
        });
        show(shown);
    }

    private void make(String called, @Nullable Instant end) {
        if (desk.secrets().needsSignoffs(desk.actor(), name)) {
            scheduled.show(desk.schedule(RowKinds.TOKENS.make(
                    name, called, scope.getValue(), end == null ? null : (Long) end.toEpochMilli())));
        } else {
            NewToken made = desk.tokens().create(desk.actor(), name, called, scope.getValue(), end);
            fresh.show(made.secret());
        }
    }

    private void confirm(ApiToken token) {
        if (refusal.attempt(() -> desk.tokens().confirm(desk.actor(), token.id()))) {
            show(shown);
        }
    }

    private void askToRevoke(ApiToken token) {
        new ConfirmationDialog(
                        MESSAGES.get("token.revoke.title", token.name()),
                        MESSAGES.get("token.revoke.confirm"),
                        () -> revoke(token))
                .saying(MESSAGES.get("token.revoke.consequence"))
                .dangerous()
                .open();
    }

    private void revoke(ApiToken token) {
        desk.tokens().revoke(desk.actor(), token.id());
        show(shown);
    }
}
