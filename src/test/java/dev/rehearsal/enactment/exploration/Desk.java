package dev.rehearsal.enactment.exploration;

/** All that people can do, with one judge. */
record Desk(Office office, Counter counter, Enactments enactments) {

    static Desk of(Judge judge) {
        Office office = new Office(judge);
        return new Desk(office, new Counter(judge, office), new Enactments(judge, office));
    }
}
