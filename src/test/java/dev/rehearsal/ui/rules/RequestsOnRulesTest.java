package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.rule;
import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.InventedTraffic;
import dev.rehearsal.traffic.PackedSample;
import dev.rehearsal.traffic.SampledSpan;
import dev.rehearsal.ui.frame.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestsOnRulesTest {

    private static final ProductChannel RELEASE = new ProductChannel("Firefox", "release");
    private static final Instant TODAY = TestClock.START.minus(Duration.ofHours(3));
    private static final Instant LONG_AGO =
            TestClock.START.minus(Duration.ofDays(30)).plusSeconds(60);

    private static int number;

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    /** Others find no requests. */
    @AfterEach
    void forget() {
        TestDatabase.H2.jdbc().sql("delete from traffic_samples").update();
        asked();
    }

    /** Rows have numbers that nobody has seen: what was read before is remembered by them. */
    private static void asked(SampledSpan... spans) {
        number += 100;
        TestDatabase.H2
                .jdbc()
                .sql("alter table traffic_samples alter column id restart with " + number)
                .update();
        TestDatabase.H2.bean(InventedTraffic.class).put(List.of(spans));
    }

    private static SampledSpan span(Instant from, int requests, String version) {
        Sample sample = Sample.of(
                requests,
                Collections.nCopies(
                        requests, QueryText.of(aQuery().atVersion(version).build(), false)));
        Instant until = from.plus(Duration.ofHours(1));
        return new SampledSpan(SampledSpan.INVENTED, RELEASE, from, until, until, PackedSample.of(sample));
    }

    private static String row(String rule) {
        AllRulesGrid grid = _get(AllRulesGrid.class);
        return Page.rows(grid).stream()
                .filter(text -> text.contains(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String panel() {
        return Page.textOf(_get(RulePanel.class)).replace('\u00a0', ' ');
    }

    @Test
    void sayWhichShareARuleDecidesFor() {
        asked(span(TODAY, 30, "140.0"), span(TODAY.plusSeconds(60), 10, "100.0"));

        page.open(ADA, "rules?rule=204");

        assertThat(row("#204")).contains("75 % of requests");
        assertThat(row("#311")).contains("25 % of requests on release");
        assertThat(panel())
                .contains(
                        "Requests 75 % of requests for Firefox on release",
                        "Exact: from 40 of 40 requests, Mon 2 Mar 2026", "from requests invented for the demo.");
    }

    @Test
    void saySinceWhenARuleDecidedForNobody() {
        asked(span(TODAY, 30, "140.0"), span(Instant.parse("2026-02-12T00:00:00Z"), 5, "100.0"));

        page.open(ADA, "rules?rule=311");

        assertThat(row("#311")).contains("none since 12 Feb");
        assertThat(panel()).contains("None since 12 Feb. Of what was asked before: 14.3 % of requests for Firefox");
    }

    @Test
    void saySinceWhenNobodyIsKnownForWhomARuleDecides() {
        asked(span(TODAY, 30, "140.0"), span(Instant.parse("2026-02-12T00:00:00Z"), 5, "140.0"));

        page.open(ADA, "rules");

        assertThat(row("#877")).contains("none since 12 Feb");
    }

    @Test
    void sayThatARuleDecidedForNobodyAllTheTime() {
        asked(span(TODAY, 30, "140.0"), span(LONG_AGO, 5, "140.0"));

        page.open(ADA, "rules?rule=877");

        assertThat(row("#877")).contains("none in the last 30 days");
        assertThat(panel()).contains("None in the last 30 days.");
    }

    @Test
    void sayThatARuleCannotMatchAndWhichComesFirst() {
        firefox.live(rule(879, "priority", 80, "locale", "de"));
        asked(span(TODAY, 30, "140.0"));

        page.open(ADA, "rules?rule=879");

        assertThat(row("#879")).contains("cannot match: #204 comes first");
        assertThat(panel()).contains("Cannot match: rule #204 firefox-release comes first for every client.");
    }

    @Test
    void areNotSpokenOfWhereNothingIsKnown() {
        page.open(ADA, "rules?rule=204");

        assertThat(row("#204")).doesNotContain("request");
        assertThat(panel()).contains("Nothing is known of requests on its channels in the last 30 days.");
    }
}
