package dev.rehearsal.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | nothing would change | Nothing would change.",
                "changes | a change set needs at least one change | A change set needs at least one change.",
                "data_version | rule 204 has changed meanwhile | Rule 204 has changed meanwhile.",
                "backgroundRate | must be from 0 to 100 | Background rate: must be from 0 to 100.",
                "update_type | is no type | Update type: is no type.",
                "buildID | is too long | Build ID: is too long.",
                "osVersion | is too long | OS version: is too long.",
                "changes[2]. | nothing would change | In change 3: nothing would change.",
                "changes[2].version | is too long | In change 3: version: is too long.",
                "changes[1].data_version | rule 204 has changed | In change 2: rule 204 has changed.",
                "blob.locales.de | must be an object | At locales.de: must be an object.",
                "changes[0].blob.name | is missing | In change 1: At name: is missing."
            })
    void whereSomethingIsWrongIsSaidInTheWordsOfTheScreens(String place, String sentence, String said) {
        assertThat(Sentence.of(new Problem(place, sentence))).isEqualTo(said);
    }
}
