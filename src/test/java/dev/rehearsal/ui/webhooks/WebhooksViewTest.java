package dev.rehearsal.ui.webhooks;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.Delivery;
import dev.rehearsal.notice.Inbox;
import dev.rehearsal.notice.Post;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhooksViewTest {

    private static final Actor GRETA = new Actor(Office.GRETA);

    private final Office office = new Office(TestDatabase.H2);
    private final Post post = new Post(TestDatabase.H2);
    private final Inbox inbox = new Inbox();

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    @AfterEach
    void close() {
        inbox.close();
    }

    private void givenUp() {
        inbox.answer(410);
        office.live(Office.edit(2, "comment", "c"));
        post.spread();
        post.deliver();
    }

    @Test
    void saysWhatHasToBeSetBeforeAnythingLeaves() {
        desk.open(Office.GRETA, "webhooks");

        assertThat(desk.text())
                .contains("list hosts in rehearsal.notices.webhook-hosts")
                .contains("set spring.mail.host")
                .contains("set rehearsal.public-url")
                .contains("Nothing is told to other programs yet.")
                .contains("Nothing was given up.");
    }

    @Test
    void isForAdministratorsOnly() {
        post.webhook(inbox.url("/secret-path"));
        desk.open(Office.ADA, "webhooks?webhook=1");

        assertThat(desk.text()).contains("for administrators").doesNotContain("127.0.0.1");
    }

    @Test
    void listsEachByItsHostWithoutTheRestOfItsAddress() {
        post.webhook(inbox.url("/secret-path"));
        desk.open(Office.GRETA, "webhooks");

        assertThat(desk.text())
                .contains("a webhook 127.0.0.1")
                .contains("every product on every channel 12 kinds")
                .doesNotContain("secret-path");
    }

    @Test
    void saysBesideEachFieldWhatIsWrong() {
        desk.open(Office.GRETA, "webhooks?webhook=new");
        TextField url = _get(TextField.class, spec -> spec.withLabel("URL"));
        desk.enter(url, "http://example.com");
        desk.press("Save");

        assertThat(url.isInvalid()).isTrue();
        assertThat(url.getErrorMessage()).isEqualTo("Must begin with https://.");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).isInvalid())
                .isTrue();
    }

    @Test
    void showsANewSecretOnce() {
        Webhook webhook = post.webhook(inbox.url("/"));
        desk.open(Office.GRETA, "webhooks?webhook=" + webhook.id());
        assertThat(_find(Code.class)).isEmpty();
        desk.press("New secret");
        _get(_get(ConfirmationDialog.class), Button.class, spec -> spec.withText("New secret"))
                .click();
        desk.roundTrip();

        assertThat(_get(Code.class).getText())
                .isEqualTo(post.webhooks.find(GRETA, webhook.id()).secret().text());
        assertThat(desk.text()).contains("The old secret signs, too");
        desk.press("I have it");
        assertThat(_find(Code.class)).isEmpty();
    }

    @Test
    void whatWasGivenUpIsSentAgain() {
        Webhook webhook = post.webhook(inbox.url("/"));
        givenUp();
        desk.open(Office.GRETA, "webhooks");
        assertThat(desk.text()).contains("given up: 1").contains("answered 410").contains("ended");
        desk.press("Send again");

        assertThat(post.in(Delivery.State.WAITING))
                .singleElement()
                .satisfies(again -> assertThat(again.receiver()).isEqualTo(webhook.receiver()));
        assertThat(desk.text()).contains("given up: 0").contains("on their way: 1");
    }

    @Test
    void tellsWhatThereIsNotAnyMore() {
        desk.open(Office.GRETA, "webhooks?webhook=77");

        assertThat(desk.text()).contains("There is no webhook 77 any more.");
    }
}
