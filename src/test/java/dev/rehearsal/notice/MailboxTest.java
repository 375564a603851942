package dev.rehearsal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rehearsal.TestClock;
import dev.rehearsal.notice.outgoing.Outcome;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailboxTest {

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(true);

    private static final KeptNotice NOTICE = new KeptNotice(
            7,
            "msg_abc",
            TestClock.START,
            new NewNotice(
                    NoticeKind.TO_SIGN,
                    null,
                    12L,
                    null,
                    null,
                    null,
                    null,
                    "Change set 12 “Größer\r\nBcc: eve@example.com” waits for a signoff",
                    "By ada.",
                    "changes/12"));

    static Mailbox mailbox(int port, String from) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Mailbox(
                beans.getBeanProvider(JavaMailSender.class),
                new NoticeOptions(List.of(), false, from, Duration.ofDays(30), Post.IN_HAND),
                Post.ADDRESS);
    }

    private static MimeMessage sent(String from) throws Exception {
        Outcome outcome =
                mailbox(SERVER.getSmtp().getPort(), from).send(NOTICE, "ben@rehearsal.example", TestClock.START);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return SERVER.getReceivedMessages()[0];
    }

    @Test
    void anEmailSaysWhatToDoAndWhere() throws Exception {
        MimeMessage mail = sent("");

        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ben@rehearsal.example");
        assertThat(String.valueOf(mail.getContent()))
                .contains("Größer")
                .contains("By ada.")
                .contains("https://rehearsal.example/changes/12");
    }

    @Test
    void aTitleAddsNoHeader() throws Exception {
        MimeMessage mail = sent("");

        assertThat(mail.getSubject())
                .isEqualTo("[Rehearsal] Change set 12 “Größer Bcc: eve@example.com” waits for a signoff");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void itComesFromTheHostWherePeopleFindThisUnlessSaidOtherwise() throws Exception {
        assertThat(sent("").getFrom()).extracting(Object::toString).containsExactly("rehearsal@rehearsal.example");
        SERVER.purgeEmailFromAllMailboxes();

        assertThat(sent("updates@example.com").getFrom())
                .extracting(Object::toString)
                .containsExactly("updates@example.com");
    }

    @Test
    void theSameNoticeIsKnownByItsMessageIdAndNobodyAnswersItByThemselves() throws Exception {
        MimeMessage first = sent("");
        SERVER.purgeEmailFromAllMailboxes();
        MimeMessage second = sent("");

        assertThat(second.getMessageID()).isEqualTo(first.getMessageID()).endsWith("@rehearsal.example>");
        assertThat(GreenMailUtil.getHeaders(first)).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void aServerThatIsAwayIsTriedLater() {
        int port = SERVER.getSmtp().getPort();
        SERVER.stop();

        assertThat(mailbox(port, "").send(NOTICE, "ben@rehearsal.example", TestClock.START))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void withoutAServerNothingIsSent() {
        Mailbox none = new Mailbox(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                new NoticeOptions(List.of(), false, "", Duration.ofDays(30), Post.IN_HAND),
                Post.ADDRESS);

        assertThat(none.isOpen()).isFalse();
    }
}
