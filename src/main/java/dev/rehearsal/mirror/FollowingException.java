package dev.rehearsal.mirror;

/** An installation is told to follow whom it cannot follow. Its message is for people. */
public final class FollowingException extends RuntimeException {

    FollowingException(String sentence) {
        super(sentence);
    }
}
