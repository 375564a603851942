package dev.rehearsal.serve.sample;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    @Test
    void whatIsReadIsWhatWasWritten() {
        UpdateQuery query = aQuery().inDistribution("acme")
                .withHeaderArchitecture(null)
                .withMig64(true)
                .build();

        assertThat(QueryText.read(QueryText.of(query, true))).isEqualTo(query);
    }

    @Test
    void absentAndEmptyDiffer() {
        UpdateQuery query = aQuery().withHeaderArchitecture(null)
                .withBuildId(null)
                .inLocale("")
                .withMemory(null)
                .withJaws(null)
                .withDistVersion(null)
                .inDistribution("")
                .pinnedTo("")
                .build();

        assertThat(QueryText.read(QueryText.of(query, false))).isEqualTo(query);
    }

    @Test
    void headersAndForcedSidesAreLeftOut() {
        UpdateQuery query =
                aQuery().withHeaderArchitecture("PPC").forced(Force.FALLBACK).build();

        assertThat(QueryText.read(QueryText.of(query, true)))
                .isEqualTo(
                        aQuery().withHeaderArchitecture(null).forced(Force.NONE).build());
    }

    @Test
    void whoDistributesAClientIsLeftOutUnlessItIsWanted() {
        UpdateQuery query =
                aQuery().inDistribution("acme-of-berlin").withDistVersion("7").build();

        assertThat(QueryText.of(query, false)).doesNotContain("acme").doesNotContain("7\t");
        assertThat(QueryText.read(QueryText.of(query, false)).distribution()).isEqualTo("default");
    }

    @Test
    void valuesThatAreMadeUpBreakNothingAndHaveAnEnd() {
        UpdateQuery query =
                aQuery().atVersion("1\t2\n3").inLocale("x".repeat(5_000)).build();
        UpdateQuery read = QueryText.read(QueryText.of(query, true));

        assertThat(read.version()).isEqualTo("1 2 3");
        assertThat(read.locale()).hasSize(100);
    }

    @Test
    void aNulThatAClientSendsIsNotAbsence() {
        assertThat(QueryText.read(QueryText.of(aQuery().inLocale("\0").build(), true))
                        .locale())
                .isEqualTo(" ");
    }
}
