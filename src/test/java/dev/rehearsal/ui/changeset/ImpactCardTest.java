package dev.rehearsal.ui.changeset;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.NativeDetails;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.probe.Radius;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImpactCardTest {

    @BeforeEach
    void begin() {
        MockVaadin.setup();
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    private static ImpactCard shown() {
        ImpactCard card = new ImpactCard();
        card.show(List.of(new ChangeSetImpact.OnChannel(
                "Firefox",
                "release",
                Optional.empty(),
                Optional.empty(),
                new Radius(5, 3, List.of(new Radius.Change("Firefox-149", "Firefox-150", 3, List.of()))))));
        return card;
    }

    @Test
    void showsThePictureWhereNothingWasMeasured() {
        assertThat(_find(_get(shown(), NativeDetails.class), Html.class)).isEmpty();
    }

    @Test
    void foldsThePictureBesideOneOfWhatWasMeasured() {
        ImpactCard card = shown();

        card.fold();

        assertThat(_find(_get(card, NativeDetails.class), Html.class)).hasSize(1);
    }
}
