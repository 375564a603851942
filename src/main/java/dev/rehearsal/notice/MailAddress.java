package dev.rehearsal.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Checks what an e-mail can be sent to. */
final class MailAddress {

    private static final int LONGEST = 320;

    private MailAddress() {}

    /** Whether this is one address, with a domain and without a name beside it. */
    static boolean isOne(String text) {
        if (text.length() > LONGEST || !text.contains("@") || text.chars().anyMatch(symbol -> symbol <= ' ')) {
            return false;
        }
        try {
            InternetAddress[] read = InternetAddress.parse(text, true);
            if (read.length != 1 || !text.equals(read[0].getAddress()) || read[0].isGroup()) {
                return false;
            }
            read[0].validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
