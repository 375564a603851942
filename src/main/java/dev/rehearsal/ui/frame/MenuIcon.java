package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;

/** A sign beside an entry of the menu, drawn in lines of the colour of its text. */
public enum MenuIcon {
    CHANNELS("M2 3h12M2 8h12M2 13h8"),
    WAITING("M2 9l2-6h8l2 6v4H2zM2 9h4l1 2h2l1-2h4"),
    RULES("M5 3h9M5 8h9M5 13h9M2 3h.01M2 8h.01M2 13h.01"),
    RELEASES("M2 5l6-3 6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6"),
    ROLLOUTS("M2 13h3v-3h3v-4h3v-3h3"),
    CHANGES("M5 2v8a3 3 0 0 0 3 3h3M11 14V6a3 3 0 0 0-3-3H5"),
    PINS("M6 2h4l-.5 4.5 2.5 2H4l2.5-2zM8 8.5v5.5"),
    PREVIEW("M1 8s2.5-5 7-5 7 5 7 5-2.5 5-7 5-7-5-7-5zM6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0"),
    PROBES("M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0"),
    TIME_MACHINE("M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M8 5v3l2 2"),
    HISTORY("M3 2h9a1 1 0 0 1 1 1v11H4a1 1 0 0 1-1-1zM6 5h4M6 8h4"),
    RECEIPTS("M3 1.5h10v13l-2-1.5-1.5 1.5L8 13l-1.500 1.500L5 13l-2 1.500zM5.500 5h5M5.500 8h5"),
    MAPPINGS("M2 8h4.5M9.5 8H14M6.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0"),
    SIGNOFFS("M8 1.5l5.5 2v4c0 3.5-2.300 6-5.5 7-3.200-1-5.5-3.5-5.5-7v-4z"),
    PEOPLE(
            "M3.5 5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M1.5 14c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M11 3a2.300 2.300 0 0 1 0 4.5M12 9.800c1.700.6 2.700 2 2.700 4.200"),
    EMERGENCY("M5 2h6l3 3v6l-3 3H5l-3-3V5zM8 5v4M8 11h.01"),
    TRAFFIC("M2 14V9M6 14V5M10 14V7M14 14V2"),
    MESSAGES("M2 4h12v9H2zM2 4l6 5 6-5"),
    FOLLOWING("M2 8a6 6 0 0 1 10.5-4M14 8a6 6 0 0 1-10.5 4M12.5 1v3h-3M3.5 15v-3h3");

    private final String path;

    /** @param path as in SVG, within a square of 16 by 16 */
    MenuIcon(String path) {
        this.path = path;
    }

    /** Returns the sign, which says nothing that the title beside it does not. */
    Component draw() {
        return new Html("<span class=\"menu-icon\" aria-hidden=\"true\"><svg viewBox=\"0 0 16 16\"><path d=\"" + path
                + "\"></path></svg></span>");
    }
}
