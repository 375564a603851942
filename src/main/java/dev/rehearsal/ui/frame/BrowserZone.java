package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone of the signed-in user; UTC until their browser has said it, and where it is unknown here. */
public final class BrowserZone {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private BrowserZone() {}

    public static ZoneId of(UI ui) {
        ExtendedClientDetails browser = ui.getPage().getExtendedClientDetails();
        try {
            return browser == null || browser.getTimeZoneId() == null ? UTC : ZoneId.of(browser.getTimeZoneId());
        } catch (DateTimeException unknownHere) {
            return UTC;
        }
    }
}
