package dev.rehearsal.ui.frame;

/** A screen that takes parameters from its address; what others its address has, or what makes no sense there, is told above it. */
public interface Addressed {

    AddressParameters parameters();
}
