package dev.rehearsal.ui.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.NoticeWishes;
import dev.rehearsal.notice.Wishes;
import dev.rehearsal.ui.frame.NoticeKinds;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticesSectionTest {

    private final NoticeWishes wishes = new Office(TestDatabase.H2).database.bean(NoticeWishes.class);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private TextField address() {
        return _get(TextField.class, spec -> spec.withLabel("E-mail address"));
    }

    @Test
    void oneSaysForOneselfWhatOneWantsToHear() {
        desk.open(Office.ADA, "people/ada");
        assertThat(_get(NoticeKinds.class).getValue()).isEqualTo(NoticeKind.byDefault());
        desk.enter(address(), "ada@example.com");
        desk.enter(_get(NoticeKinds.class), EnumSet.of(NoticeKind.ALARM));
        desk.press("Save notices");

        assertThat(wishes.of(new Actor(Office.ADA)))
                .isEqualTo(new Wishes("ada@example.com", EnumSet.of(NoticeKind.ALARM)));
    }

    @Test
    void whatIsNoAddressIsSaid() {
        desk.open(Office.ADA, "people/ada");
        desk.enter(address(), "nonsense");
        desk.press("Save notices");

        assertThat(desk.text()).contains("must be an e-mail address such as");
    }

    @Test
    void saysThatNothingIsSentWithoutAServerForIt() {
        desk.open(Office.ADA, "people/ada");

        assertThat(desk.text()).contains("No e-mails are sent here");
    }

    @Test
    void nobodySaysItForOthers() {
        desk.open(Office.GRETA, "people/ada");

        assertThat(_find(NoticeKinds.class)).isEmpty();
    }
}
