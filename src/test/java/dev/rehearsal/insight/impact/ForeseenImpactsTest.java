package dev.rehearsal.insight.impact;

import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.receipt.ForeseenImpact;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A set was measured that makes ten requests of a hundred get something else. */
@EachDatabase
class ForeseenImpactsTest {

    private static final Share TENTH = Share.of(10, true, 100, 100);
    private static final ImpactLine NOBODY = new ImpactLine("", Share.of(0, true, 100, 100), List.of());
    private static final ChannelImpact MEASURED = new ChannelImpact(
            new ProductChannel("Firefox", "release"),
            "a sample",
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(3600),
            100,
            100,
            TENTH,
            List.of(),
            NOBODY,
            "",
            NOBODY,
            Map.of());

    private final TestDatabase database;
    private final Office office;
    private final ForeseenImpacts foreseen;
    private final ChangeSet set;
    private final String digest;

    ForeseenImpactsTest(TestDatabase database) {
        this.database = database;
        this.office = new Office(database);
        this.foreseen = database.bean(ForeseenImpacts.class);
        this.set = office.schedule("Ship R2", 1, edit(1, "mapping", "R2"));
        foreseen.keep(office.state(), set, List.of(MEASURED));
        this.digest = database.bean(ReadinessOverview.class)
                .of(office.state(), set)
                .alone()
                .digest()
                .value();
    }

    @Test
    void areKnownByTheSetAndWhatOneSignsOfIt() {
        assertThat(foreseen.of(set.id(), digest))
                .hasValueSatisfying(told -> assertThat(told.toString()).contains("release", "estimate=0.1"));
        assertThat(foreseen.of(set.id(), "something else")).isEmpty();
    }

    @Test
    void areTextsAndNumbersThatAReceiptCanHold() {
        JsonNode channel = JsonMapper.shared()
                .valueToTree(foreseen.of(set.id(), digest).orElseThrow())
                .at("/channels/0");
        assertThat(channel.at("/changed/estimate").asDouble()).isEqualTo(0.1);
        assertThat(channel.at("/source").asString()).isEqualTo("a sample");
        assertThat(channel.at("/from").asString()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void areWhatReceiptsAskFor() {
        assertThat(database.bean(ForeseenImpact.class)).isSameAs(foreseen);
    }
}
