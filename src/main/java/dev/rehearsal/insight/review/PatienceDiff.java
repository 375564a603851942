package dev.rehearsal.insight.review;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;
import dev.rehearsal.staging.LongestIncreasingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The patience diff: lines that stand once on each side, in the same order, hold both sides together, and what is between
 * them is compared in turn. Unlike the usual algorithm, which takes minutes for a release of 40,000 lines that all change,
 * it takes a time that grows with the number of lines. Lines without anything to hold on to are told as replaced.
 */
final class PatienceDiff implements DiffAlgorithmI<String> {

    /** Up to so many lines the usual algorithm finds the shortest difference in little time. */
    private static final int FEW = 1_000;

    @Override
    public List<Change> computeDiff(
            List<? extends String> source, List<? extends String> target, @Nullable DiffAlgorithmListener progress) {
        List<Change> changes = new ArrayList<>();
        compare(new Piece(List.copyOf(source), 0, List.copyOf(target), 0), changes);
        return changes;
    }

    /** A line of either side that stands on the other, counted from the beginning of the piece. */
    private record Anchor(int was, int becomes) {}

    private record Piece(List<String> was, int wasAt, List<String> becomes, int becomesAt) {

        Piece part(int wasFrom, int wasTo, int becomesFrom, int becomesTo) {
            return new Piece(
                    was.subList(wasFrom, wasTo),
                    wasAt + wasFrom,
                    becomes.subList(becomesFrom, becomesTo),
                    becomesAt + becomesFrom);
        }

        /** Leaves out the lines that both sides begin and end with. */
        Piece trimmed() {
            int most = Math.min(was.size(), becomes.size());
            int head = 0;
            while (head < most && was.get(head).equals(becomes.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < most - head
                    && was.get(was.size() - 1 - tail).equals(becomes.get(becomes.size() - 1 - tail))) {
                tail++;
            }
            return part(head, was.size() - tail, head, becomes.size() - tail);
        }

        Change change(DeltaType type) {
            return new Change(type, wasAt, wasAt + was.size(), becomesAt, becomesAt + becomes.size());
        }
    }

    private static void compare(Piece whole, List<Change> changes) {
        Piece piece = whole.trimmed();
        if (piece.was().isEmpty() || piece.becomes().isEmpty()) {
            if (!piece.was().isEmpty()) {
                changes.add(piece.change(DeltaType.DELETE));
            } else if (!piece.becomes().isEmpty()) {
                changes.add(piece.change(DeltaType.INSERT));
            }
            return;
        }
        if (piece.was().size() + piece.becomes().size() <= FEW) {
            compareFew(piece, changes);
            return;
        }
        List<Anchor> anchors = anchors(piece);
        if (anchors.isEmpty()) {
            changes.add(piece.change(DeltaType.CHANGE));
            return;
        }
        int was = 0;
        int becomes = 0;
        for (Anchor anchor : anchors) {
            compare(piece.part(was, anchor.was(), becomes, anchor.becomes()), changes);
            was = anchor.was() + 1;
            becomes = anchor.becomes() + 1;
        }
        compare(piece.part(was, piece.was().size(), becomes, piece.becomes().size()), changes);
    }

    private static void compareFew(Piece piece, List<Change> changes) {
        for (Change change : new MyersDiff<String>().computeDiff(piece.was(), piece.becomes(), null)) {
            changes.add(piece.part(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised)
                    .change(change.deltaType));
        }
    }

    /** Returns the longest run, in the order of both sides, of lines that stand once on each. */
    private static List<Anchor> anchors(Piece piece) {
        Map<String, Integer> becomes = placesOfUnique(piece.becomes());
        List<Anchor> candidates = new ArrayList<>();
        placesOfUnique(piece.was()).forEach((line, at) -> {
            Integer there = becomes.get(line);
            if (at >= 0 && there != null && there >= 0) {
                candidates.add(new Anchor(at, there));
            }
        });
        candidates.sort((one, other) -> Integer.compare(one.was(), other.was()));
        int[] places = candidates.stream().mapToInt(Anchor::becomes).toArray();
        long[] weights = new long[places.length];
        Arrays.fill(weights, 1);
        boolean[] inOrder = LongestIncreasingRun.find(places, weights);
        return IntStream.range(0, places.length)
                .filter(at -> inOrder[at])
                .mapToObj(candidates::get)
                .toList();
    }

    /** Returns where each line stands; -1 for one that stands more than once. */
    private static Map<String, Integer> placesOfUnique(List<String> lines) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            places.merge(lines.get(at), at, (first, second) -> -1);
        }
        return places;
    }
}
