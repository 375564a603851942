package dev.rehearsal.insight.impact;

/** Hears how far the measuring of an impact has come. */
@FunctionalInterface
public interface ImpactSteps {

    void made(int done, int all);
}
