package dev.rehearsal.ui.preview;

import dev.rehearsal.ui.frame.Viewer;

/** Somebody who looks and does nothing. */
final class Onlooker implements Viewer {

    @Override
    public String name() {
        return "ada@rehearsal.example";
    }

    @Override
    public void signOut() {
        throw new UnsupportedOperationException("Nobody signs out here");
    }
}
