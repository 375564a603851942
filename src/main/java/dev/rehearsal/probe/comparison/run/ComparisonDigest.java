package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.blob.Digest;

/** Identifies a comparison by its sides, what is compared, and the requests: two runs with equal ones are the same. */
final class ComparisonDigest {

    private ComparisonDigest() {}

    static String of(Options options, Comparison comparison) {
        Digest digest = new Digest();
        digest.add(options.left() + " " + options.right() + " " + comparison.channels() + " " + options.rules());
        comparison.requests().forEach(counted -> digest.add(counted.times() + " " + counted.request()));
        return digest.hash().value();
    }
}
