package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Person;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final Map<Actor, Person> PEOPLE = ApprovalContext.byName(List.of(
            Person.nobody("ada"),
            Person.nobody("ben@mozilla.com"),
            Person.nobody("d.k"),
            Person.nobody("eva@one.example"),
            Person.nobody("eva@two.example")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "is this right, @ada?|ada",
                "@ada: look, @ada.|ada",
                "(@ada)|ada",
                "@ben@mozilla.com.|ben@mozilla.com",
                "write to ben@mozilla.com|",
                "and @ben, too|ben@mozilla.com",
                "@ben.|ben@mozilla.com",
                "which one is @eva|",
                "@eva@two.example is|eva@two.example",
                "x@ada|",
                "@adam|",
                "@ad|",
                "@d.k. knows|d.k",
                "@ada@ben@mozilla.com|",
                "@|",
            })
    void whoIsNamedIsFoundAndNobodyElse(String text, String name) {
        assertThat(Mentions.in(text, PEOPLE).stream().map(Person::name))
                .isEqualTo(name == null ? List.of() : List.of(name))
                .hasSizeLessThan(2);
    }
}
