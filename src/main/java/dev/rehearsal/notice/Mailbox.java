package dev.rehearsal.notice;

import dev.rehearsal.notice.outgoing.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends e-mails through the server that is configured; without one, none. */
@Component
class Mailbox {

    /** How many connections a server of mails is asked for at once. */
    private static final int CONNECTIONS = 4;

    private final @Nullable JavaMailSender sender;
    private final NoticeOptions options;
    private final PublicAddress address;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    Mailbox(ObjectProvider<JavaMailSender> sender, NoticeOptions options, PublicAddress address) {
        this.sender = sender.getIfAvailable();
        this.options = options;
        this.address = address;
    }

    boolean isOpen() {
        return sender != null;
    }

    /** Gives a notice to one person one Message-ID, however often it is sent. */
    Outcome send(KeptNotice notice, String to, Instant now) {
        if (sender == null) {
            return new Outcome.Failed("no server for e-mail is configured: see spring.mail.host");
        }
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("this node is ending");
        }
        try {
            sender.send(mail(sender, notice, to, now));
            return new Outcome.Delivered("taken by the server for e-mail");
        } catch (MailException | MessagingException e) {
            return new Outcome.Failed("the server for e-mail says: " + said(e));
        } finally {
            connections.release();
        }
    }

    private MimeMessage mail(JavaMailSender server, KeptNotice notice, String to, Instant now)
            throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper content = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        String from = options.mailFrom().isBlank()
                ? "rehearsal@" + address.host()
                : options.mailFrom().strip();
        content.setFrom(from);
        content.setTo(to);
        content.setSubject("[Rehearsal] " + notice.told().title());
        content.setText("%s\n\n%s\n\n%s\n\n-- \nYou get this because of what you chose at %s.\n"
                .formatted(
                        notice.told().title(),
                        notice.told().text(),
                        address.of(notice.told().path()),
                        address.of("people")));
        content.setSentDate(Date.from(now));
        mail.setHeader(
                "Message-ID",
                "<%s.%s>".formatted(notice.message(), Integer.toHexString(to.hashCode()) + "@" + address.host()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static String said(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
