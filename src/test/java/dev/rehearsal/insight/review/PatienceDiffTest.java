package dev.rehearsal.insight.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatienceDiffTest {

    /** 200 platforms with 100 locales each, whose hashes all change: the usual algorithm takes half an hour for them. */
    @Test
    void findsEachChangedHashOfALargeRelease() {
        Patch<String> found = PartTexts.differences(release("was"), release("becomes"));

        assertThat(found.getDeltas()).hasSize(20_000).allSatisfy(delta -> {
            assertThat(delta.getSource().getLines()).hasSize(1);
            assertThat(delta.getTarget().getLines()).hasSize(1);
        });
    }

    @Test
    void tellsLinesWithoutAnythingInCommonAsReplaced() {
        List<String> was = IntStream.range(0, 50_000).mapToObj(i -> "a" + i).toList();
        List<String> becomes = IntStream.range(0, 50_000).mapToObj(i -> "b" + i).toList();

        assertThat(PartTexts.differences(was, becomes).getDeltas()).hasSize(1);
    }

    @Test
    void findsNothingInWhatIsEqual() {
        assertThat(PartTexts.differences(release("was"), release("was")).getDeltas())
                .isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leadsFromOneSideToTheOther(int seed) throws PatchFailedException {
        Random random = new Random(seed);
        List<String> was = lines(random, random.nextInt(3_000));
        List<String> becomes = edited(random, was);

        assertThat(PartTexts.differences(was, becomes).applyTo(was)).isEqualTo(becomes);
    }

    private static List<String> release(String hash) {
        List<String> lines = new ArrayList<>();
        for (int platform = 0; platform < 200; platform++) {
            lines.add("\"platform%d\": {".formatted(platform));
            for (int locale = 0; locale < 100; locale++) {
                lines.add("  \"locale%d\": {".formatted(locale));
                lines.add("    \"hashValue\": \"%s-%d-%d\"".formatted(hash, platform, locale));
                lines.add("  },");
            }
            lines.add("},");
        }
        return lines;
    }

    private static List<String> lines(Random random, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("line " + random.nextInt(1 + count / 2));
        }
        return lines;
    }

    private static List<String> edited(Random random, List<String> lines) {
        List<String> edited = new ArrayList<>();
        for (String line : lines) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> edited.add("new " + random.nextInt(50));
                case 2 -> edited.addAll(List.of(line, "new " + random.nextInt(50)));
                default -> edited.add(line);
            }
        }
        return edited;
    }
}
