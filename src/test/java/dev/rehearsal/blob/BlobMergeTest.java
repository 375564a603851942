package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.Share;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Blobs that were written apart. */
class BlobMergeTest {

    @Nested
    class LaidOver {

        @ParameterizedTest(name = "{1} over {0}")
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                {}                         | {'a': 1}             | {'a': 1}
                {'a': 1, 'b': 2}           | {'a': 3}             | {'a': 3, 'b': 2}
                {'a': {'b': 1, 'c': 2}}    | {'a': {'b': 3}}      | {'a': {'b': 3, 'c': 2}}
                {'a': {'b': {'c': 1}}}     | {'a': {'b': {}}}     | {'a': {'b': {'c': 1}}}
                {'a': [1, 2]}              | {'a': [3]}           | {'a': [3]}
                {'a': {'b': 1}}            | {'a': 2}             | {'a': 2}
                {'a': 2}                   | {'a': {'b': 1}}      | {'a': {'b': 1}}
                {'a': {'b': 1}}            | {'a': null}          | {'a': null}
                """)
        void objectsAreMergedAndAllElseIsReplaced(String base, String fragment, String merged) {
            assertThat(BlobMerge.laidOver(object(base), object(fragment))).isEqualTo(parse(merged));
        }

        @Test
        void neitherIsChanged() {
            ObjectNode base = object("{'a': {'b': 1}}");
            ObjectNode fragment = object("{'a': {'c': {'d': 1}}}");

            BlobMerge.laidOver(base, fragment).withObject("/a/c").put("d", 2);

            assertThat(base).isEqualTo(parse("{'a': {'b': 1}}"));
            assertThat(fragment).isEqualTo(parse("{'a': {'c': {'d': 1}}}"));
        }
    }

    @Nested
    class ThreeWay {

        @ParameterizedTest(name = "{0}: {1} and {2}")
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                {'a': 1}         | {'a': 2}            | {'a': 1}            | {'a': 2}
                {'a': 1}         | {'a': 1}            | {'a': 2}            | {'a': 2}
                {'a': 1}         | {'a': 2}            | {'a': 2}            | {'a': 2}
                {'a': 1}         | {'a': 1, 'b': 1}    | {'a': 1, 'c': 1}    | {'a': 1, 'b': 1, 'c': 1}
                {'a': 1, 'b': 1} | {'a': 1}            | {'a': 2, 'b': 1}    | {'a': 2}
                {'a': 1, 'b': 1} | {}                  | {}                  | {}
                {'a': {'b': 1}}  | {'a': {'b': 1, 'c': 2}} | {'a': {'b': 3}} | {'a': {'b': 3, 'c': 2}}
                {}               | {'a': {'b': 1}}     | {'a': {'c': 1}}     | {'a': {'b': 1, 'c': 1}}
                {'a': [1, 2]}    | {'a': [1, 2, 3]}    | {'a': [1, 2]}       | {'a': [1, 2, 3]}
                {'a': [1, 2]}    | {'a': [1, 2, 3]}    | {'a': [1, 2, 4]}    | {'a': [1, 2, 3, 4]}
                {'a': [1, 2]}    | {'a': [2, 3]}       | {'a': [1, 2, 4]}    | {'a': [2, 3, 4]}
                {'a': [1, 2]}    | {'a': [2, 1]}       | {'a': [1, 2]}       | {'a': [2, 1]}
                {}               | {'a': [1]}          | {'a': [1, 2]}       | {'a': [1, 2]}
                """)
        void whatOnlyOneSideChangedIsTaken(String ancestor, String theirs, String ours, String merged)
                throws BlobMerge.Clash {
            assertThat(BlobMerge.threeWay(object(ancestor), object(theirs), object(ours)))
                    .isEqualTo(parse(merged));
        }

        @ParameterizedTest(name = "{0}: {1} and {2} clash at {3}")
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                {'a': 1}             | {'a': 2}             | {'a': 3}                | a
                {}                   | {'a': 2}             | {'a': 3}                | a
                {'a': 1}             | {}                   | {'a': 3}                | a
                {'a': {'b': 1}}      | {'a': {'b': 2}}      | {'a': {'b': 3}}         | a.b
                {'a': {'b': 1}}      | {}                   | {'a': {'b': 1, 'c': 1}} | a
                {'a': 1}             | {'a': [1]}           | {'a': {'b': 1}}         | a
                """)
        void whatBothChangedOtherwiseClashes(String ancestor, String theirs, String ours, String place) {
            assertThatThrownBy(() -> BlobMerge.threeWay(object(ancestor), object(theirs), object(ours)))
                    .isInstanceOfSatisfying(
                            BlobMerge.Clash.class,
                            clash -> assertThat(clash.place()).isEqualTo(place));
        }

        static LongStream seeds() {
            double share = Share.value();
            return LongStream.range(0, (long) (2_000 * share));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void oneSideAloneIsTakenAsItIs(long seed) throws BlobMerge.Clash {
            Random random = new Random(seed);
            ObjectNode ancestor = blob(random, 0);
            ObjectNode changed = blob(random, 0);

            assertThat(BlobMerge.threeWay(ancestor, changed, ancestor)).isEqualTo(changed);
            assertThat(BlobMerge.threeWay(ancestor, ancestor, changed)).isEqualTo(changed);
            assertThat(BlobMerge.threeWay(ancestor, changed, changed)).isEqualTo(changed);
        }

        private static ObjectNode blob(Random random, int depth) {
            ObjectNode blob = object("{}");
            for (String key : new String[] {"a", "b", "c"}) {
                switch (random.nextInt(depth < 3 ? 5 : 3)) {
                    case 0 -> {}
                    case 1 -> blob.put(key, random.nextInt(3));
                    case 2 -> blob.putArray(key).add(random.nextInt(3)).add(3 + random.nextInt(3));
                    default -> blob.set(key, blob(random, depth + 1));
                }
            }
            return blob;
        }
    }

    private static ObjectNode object(String json) {
        JsonNode parsed = parse(json);
        return (ObjectNode) parsed;
    }
}
