package dev.rehearsal.ui.changeset;

import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Toast;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a set as it was looked at, and takes signoffs back, as the signed-in user. */
@Component
public class SignoffDialogs {

    private static final Messages MESSAGES = Messages.beside(SignoffDialogs.class);

    private final SignoffService signoffs;
    private final Reviews reviews;
    private final SignedIn signedIn;
    private final Clock clock;

    SignoffDialogs(SignoffService signoffs, Reviews reviews, SignedIn signedIn, Clock clock) {
        this.signoffs = signoffs;
        this.reviews = reviews;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    public void sign(Review review, Role role) {
        ChangeSet set = review.set();
        new ConfirmationDialog(MESSAGES.get("sign.title", set.title(), role), MESSAGES.get("sign.as", role), () -> {
                    signoffs.sign(signedIn.actor(), set.id(), role, set.dataVersion(), digest(review));
                    Toast.say(MESSAGES.get("sign.done", role));
                })
                .saying(MESSAGES.get("sign.consent", WhatHappens.rows(review)))
                .open();
    }

    /** Without asking again, for whoever has the whole set in view; it can be taken back for a while. */
    public void signAtOnce(Review review, Role role) {
        ChangeSet set = review.set();
        try {
            signoffs.sign(signedIn.actor(), set.id(), role, set.dataVersion(), digest(review));
            if (goesNow(set)) {
                Toast.say(MESSAGES.get("sign.done.goes", set.title(), role));
            } else {
                Toast.say(
                        MESSAGES.get("sign.done.set", set.title(), role),
                        () -> signoffs.revoke(signedIn.actor(), set.id(), signedIn.actor()));
            }
        } catch (RefusedException refused) {
            Toast.refuse(refused);
        }
    }

    /** Whether the signature was the last thing that it waited for: once it is live, nothing takes that back. */
    private boolean goesNow(ChangeSet set) {
        return !set.due().isAfter(clock.instant())
                && reviews.of(set.id(), signedIn.actor())
                        .filter(review ->
                                review.standing() == null || review.standing().canGo())
                        .isPresent();
    }

    /** Returns the digest that the signer has looked at. */
    private static @Nullable String digest(Review review) {
        StepDigest signed = review.signed();
        return signed == null ? null : signed.value();
    }

    public void revoke(ChangeSet set, Signoff signoff) {
        new ConfirmationDialog(MESSAGES.get("revoke.title", signoff.by()), MESSAGES.get("revoke"), () -> {
                    signoffs.revoke(signedIn.actor(), set.id(), signoff.by());
                    Toast.say(MESSAGES.get("revoke.done", signoff.by()));
                })
                .saying(MESSAGES.get("revoke.then", set.title(), signoff.role()))
                .open();
    }
}
