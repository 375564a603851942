package dev.rehearsal.probe.comparison;

/** A request that stands for others, with what the two sides said to it. */
public record Example(Request request, long times, Difference difference) {

    static Example of(Counted counted, Difference difference) {
        return new Example(counted.request(), counted.times(), difference);
    }
}
