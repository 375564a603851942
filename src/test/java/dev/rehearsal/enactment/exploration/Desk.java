package dev.rehearsal.enactment.exploration;

/** All that people can do, with one judge. */
record Desk(Judge judge, Office office, Counter counter, Enactments enactments, Source source) {

    static Desk of(Judge judge) {
        Office office = new Office(judge);
        return new Desk(
                judge, office, new Counter(judge, office), new Enactments(judge, office), new Source(judge, office));
    }
}
