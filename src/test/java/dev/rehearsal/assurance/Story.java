package dev.rehearsal.assurance;

import org.junit.jupiter.api.AfterEach;

/**
 * Where every story begins: releases R1, R2 and R3, of which esr serves R1 to everybody. Anna writes; Bob holds releng,
 * Cleo relman, Tess qa; the bot enacts by hand.
 */
abstract class Story {

    final World world;
    final Person anna;
    final Person bob;
    final Person cleo;
    final Person tess;
    final Person bot;
    final Rule esr;

    Story() {
        this(new World());
    }

    Story(World world) {
        this.world = world;
        anna = world.known("anna");
        bob = world.known("bob");
        cleo = world.known("cleo");
        tess = world.known("tess");
        bot = world.known("bot");
        esr = world.begins();
    }

    @AfterEach
    void nothingIsLeftToCome() {
        world.ends();
    }
}
