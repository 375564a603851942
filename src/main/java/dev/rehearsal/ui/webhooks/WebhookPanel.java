package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.Webhooks;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.links.WebhooksAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, changes or removes one webhook, and gives it new secrets. */
class WebhookPanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(WebhookPanel.class);

    private final WebhookDesk desk;
    private final Runnable onChange;
    private final Div facts = new Div();
    private final WebhookForm form = new WebhookForm();
    private final ProblemList problems = new ProblemList();
    private final FreshSecret secret = new FreshSecret();
    private final Button rotate = new Button(MESSAGES.get("secret.new"), click -> askToRotate());
    private final Button remove = new Button(MESSAGES.get("remove"), click -> askToRemove());
    private final Div buttons;
    private String shown = "";
    private @Nullable Webhook seen;

    WebhookPanel(WebhookDesk desk, Runnable onChange, Runnable onClose) {
        super(MESSAGES.get("webhook"), MESSAGES.get("close"), onClose);
        this.desk = desk;
        this.onChange = onChange;
        Button save = new Button(MESSAGES.get("save"), click -> save());
        save.addThemeNames("primary");
        remove.addThemeNames("error");
        buttons = new Div(save, rotate, remove);
        buttons.addClassName("buttons");
        facts.addClassName("facts");
    }

    /** What is being entered stays as long as the same webhook is shown, and nobody has changed it. */
    void show(String webhook) {
        boolean anew = !webhook.equals(shown);
        shown = webhook;
        if (anew) {
            secret.putAway();
            problems.show(List.of());
        }
        if (webhook.equals(WebhooksAddress.NEW)) {
            begin(null, anew);
        } else if (!webhook.isEmpty()) {
            Optional<Webhook> known = find(webhook);
            known.ifPresentOrElse(found -> begin(found, anew), () -> unknown(webhook));
        }
    }

    private Optional<Webhook> find(String id) {
        return desk.webhooks().all(desk.actor()).stream()
                .filter(webhook -> Long.toString(webhook.id()).equals(id))
                .findFirst();
    }

    private void begin(@Nullable Webhook known, boolean anew) {
        Webhook before = seen;
        boolean moved = known != null && (before == null || before.dataVersion() != known.dataVersion());
        seen = known;
        entitle(known == null ? MESSAGES.get("new") : known.draft().name());
        rotate.setVisible(known != null);
        remove.setVisible(known != null);
        showFacts(known);
        if (anew || moved) {
            form.show(known);
        }
        place(secret, facts, form, problems, buttons);
    }

    private void showFacts(@Nullable Webhook known) {
        facts.removeAll();
        if (known == null) {
            return;
        }
        String key = known.secret().publicKey();
        if (key != null) {
            facts.add(new Paragraph(MESSAGES.get("key")), new Code(key));
        }
        if (known.previousUntil() != null) {
            facts.add(new Paragraph(MESSAGES.parts("secret.previous", Moment.date(known.previousUntil()))));
        }
        if (known.endedWhy() != null) {
            facts.add(new Paragraph(MESSAGES.get("ended", known.endedWhy())));
        }
    }

    private void unknown(String id) {
        seen = null;
        entitle(MESSAGES.get("webhook"));
        place(new EmptyState(MESSAGES.get("unknown", id)));
    }

    private void save() {
        Webhook before = seen;
        try {
            if (before == null) {
                secret.show(desk.webhooks().add(desk.actor(), form.entered(), form.signing()));
                form.show(null);
            } else {
                desk.webhooks().replace(desk.actor(), before.id(), before.dataVersion(), form.entered());
            }
            problems.show(form.showProblems(List.of()));
            Toast.say(MESSAGES.get("saved"));
            onChange.run();
        } catch (RefusedException refused) {
            problems.show(form.showProblems(refused.problems()));
        }
    }

    private void askToRotate() {
        Webhook before = seen;
        if (before != null) {
            new ConfirmationDialog(
                            MESSAGES.get("secret.title", before.draft().name()), MESSAGES.get("secret.new"), () -> {
                                secret.show(desk.webhooks().rotate(desk.actor(), before.id(), before.dataVersion()));
                                onChange.run();
                            })
                    .saying(MESSAGES.get("secret.consequence", Webhooks.ROTATION.toHours()))
                    .open();
        }
    }

    private void askToRemove() {
        Webhook before = seen;
        if (before != null) {
            new ConfirmationDialog(MESSAGES.get("remove.title", before.draft().name()), MESSAGES.get("remove"), () -> {
                        desk.webhooks().remove(desk.actor(), before.id(), before.dataVersion());
                        Toast.say(MESSAGES.get("removed", before.draft().name()));
                        close();
                    })
                    .dangerous()
                    .saying(MESSAGES.get("remove.consequence"))
                    .open();
        }
    }
}
