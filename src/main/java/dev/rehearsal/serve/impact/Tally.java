package dev.rehearsal.serve.impact;

/** Counts requests, some of them in part. */
public final class Tally {

    private double counted;
    private boolean areWhole = true;

    /** @param part from 0 to 1: which share of such requests counts */
    public void add(long requests, double part) {
        boolean isAll = part > 1 - Movement.NOBODY;
        counted += requests * (isAll ? 1 : part);
        areWhole &= isAll || part < Movement.NOBODY;
    }

    /** Returns what the count says of everybody, if it was of this sample. */
    public Share of(Population population) {
        return Share.of(counted, areWhole, population.sampled(), population.asked());
    }
}
