package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.WebhookDraft;
import dev.rehearsal.notice.Webhooks.Signing;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.NoticeKinds;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for what can be chosen of a webhook. */
class WebhookForm extends Div {

    private static final Messages MESSAGES = Messages.beside(WebhookForm.class);

    /** What everybody has to hear of at once. */
    private static final Set<NoticeKind> EMERGENCIES =
            EnumSet.of(NoticeKind.SHUTOFF, NoticeKind.BREAK_GLASS, NoticeKind.ALARM);

    private final TextField name = new TextField(MESSAGES.get("form.name"));
    private final TextField url = new TextField(MESSAGES.get("form.url"));
    private final Select<Webhook.Format> format = new Select<>();
    private final Select<Signing> signing = new Select<>();
    private final NoticeKinds kinds = new NoticeKinds(MESSAGES.get("form.kinds"));
    private final TextField product = new TextField(MESSAGES.get("form.product"));
    private final TextField channel = new TextField(MESSAGES.get("form.channel"));
    private final FieldProblems fieldProblems =
            new FieldProblems(Map.of("name", name, "url", url, "kinds", kinds, "product", product, "channel", channel));

    WebhookForm() {
        addClassName("fields");
        url.setPlaceholder(MESSAGES.get("form.url.example"));
        product.setPlaceholder(MESSAGES.get("any.product"));
        channel.setPlaceholder(MESSAGES.get("any.channel"));
        format.setLabel(MESSAGES.get("form.format"));
        format.setItems(Webhook.Format.values());
        format.setItemLabelGenerator(one -> MESSAGES.get("format." + one.name().toLowerCase(Locale.ROOT)));
        signing.setLabel(MESSAGES.get("form.signing"));
        signing.setItems(Signing.values());
        signing.setItemLabelGenerator(
                one -> MESSAGES.get("signing." + one.name().toLowerCase(Locale.ROOT)));
        List.of(name, url, product, channel).forEach(field -> field.setManualValidation(true));
        kinds.setManualValidation(true);
        add(name, url, format, signing, kinds, product, channel);
    }

    /** @param known null for a new one */
    void show(@Nullable Webhook known) {
        WebhookDraft draft = known == null
                ? new WebhookDraft("", "", Webhook.Format.STANDARD, EMERGENCIES, null, null)
                : known.draft();
        name.setValue(draft.name());
        url.setValue(draft.url());
        format.setValue(draft.format());
        signing.setValue(Signing.SECRET);
        signing.setVisible(known == null);
        kinds.setValue(draft.kinds());
        product.setValue(Objects.requireNonNullElse(draft.product(), ""));
        channel.setValue(Objects.requireNonNullElse(draft.channel(), ""));
        showProblems(List.of());
    }

    WebhookDraft entered() {
        return new WebhookDraft(
                name.getValue(),
                url.getValue(),
                Objects.requireNonNullElse(format.getValue(), Webhook.Format.STANDARD),
                kinds.getValue(),
                product.getValue(),
                channel.getValue());
    }

    Signing signing() {
        return Objects.requireNonNullElse(signing.getValue(), Signing.SECRET);
    }

    /** @return sentences about what is no field */
    List<String> showProblems(List<Problem> problems) {
        return fieldProblems.show(problems);
    }
}
