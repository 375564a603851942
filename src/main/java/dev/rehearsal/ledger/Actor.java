package dev.rehearsal.ledger;

/** An actor is who writes: the name of a person or of an automation, as histories show it. */
public record Actor(String name) {

    @Override
    public String toString() {
        return name;
    }
}
