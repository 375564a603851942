package dev.rehearsal.history.receipt;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names this installation and its pages in receipts. */
@Component
class ReceiptAddress {

    /** Names an installation whose address nobody has said. */
    private static final String UNNAMED = "urn:rehearsal";

    private final String url;

    ReceiptAddress(@Value("${rehearsal.public-url:}") String url) {
        String text = url.strip();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    String installation() {
        return url.isEmpty() ? UNNAMED : url;
    }

    String of(String path) {
        return url.isEmpty() ? UNNAMED + ":" + path : url + "/" + path;
    }
}
