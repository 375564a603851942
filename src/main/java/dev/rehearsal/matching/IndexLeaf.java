package dev.rehearsal.matching;

/** Rules that are looked at one after the other. */
final class IndexLeaf extends IndexNode {

    private final int[] places;

    /** @param places at least one */
    IndexLeaf(int[] places) {
        super(places[0]);
        this.places = places;
    }

    @Override
    int first(Search search, int best) {
        for (int place : places) {
            if (place >= best) {
                return best;
            }
            if (search.accepts(place)) {
                return place;
            }
        }
        return best;
    }
}
