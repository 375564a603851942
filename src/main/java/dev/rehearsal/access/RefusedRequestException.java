package dev.rehearsal.access;

import org.springframework.security.web.firewall.RequestRejectedException;

/** A request that gets to no door, with the sentence for whoever sent it. */
final class RefusedRequestException extends RequestRejectedException {

    private static final long serialVersionUID = 1L;

    RefusedRequestException(String sentence) {
        super(sentence);
    }
}
