package dev.rehearsal.screens;

/** The screens of the demo, each at an address that shows what it is for. */
enum Screen {
    CHANNELS("/"),
    PREVIEW("/channels/release-cdntest?product=Heron&changed=1&url=/update/6/Heron/148.0/20260901000000/"
            + "WINNT_x86_64-msvc-x64/de/release/Windows_NT%252010.0/default/default/default/update.xml"),
    RULES("/rules?product=Heron"),
    RULE_FORM("/rules/31/edit"),
    RULE_REMOVAL("/rules/31/remove"),
    CHANGES("/changes"),
    CHANGE_SET("/changes/1"),
    WAITING("/waiting"),
    MAPPINGS("/mappings"),
    ADOPTION("/mappings/adoption"),
    RELEASES("/releases"),
    RELEASE("/releases/Heron-150.0-build2"),
    RELEASE_UPLOAD("/releases/new"),
    PROBES("/probes"),
    TIME_MACHINE("/time-machine?channel=release-cdntest&product=Heron"),
    SIGNOFFS("/signoffs"),
    PEOPLE("/people/farid@rehearsal.example"),
    EMERGENCY("/emergency");

    private final String path;

    Screen(String path) {
        this.path = path;
    }

    /** From the root of the server. */
    String path() {
        return path;
    }

    /** Such as {@code rule-form}. */
    String pictureName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
