package dev.rehearsal.ui.frame;

/** A part of the menu: what everybody looks at first, then what one ships, looks at and sets up. */
public enum MenuGroup {
    FIRST,
    SHIP,
    LOOK,
    SET_UP
}
