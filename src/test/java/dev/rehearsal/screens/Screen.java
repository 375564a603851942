package dev.rehearsal.screens;

import java.util.Locale;

/** The screens of the demo on a {@link BusyDay}, each at an address that shows what it is for. */
enum Screen {
    SIGN_IN("/sign-in"),
    CHANNELS("/"),
    PREVIEW("/channels/release-cdntest?product=Heron&url=/update/6/Heron/148.0/20260901000000/"
            + "WINNT_x86_64-msvc-x64/de/release/Windows_NT%252010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml"),
    PREVIEW_VERDICT("/channels/release-cdntest?product=Heron"),
    PREVIEW_CONFLICT("/channels/beta-cdntest?product=Petrel"),
    ASK("/ask?url=/update/6/Heron/148.0/20260901000000/"
            + "WINNT_x86_64-msvc-x64/de/release/Windows_NT%252010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml"),
    RULES("/rules?product=Heron&rule=204"),
    RULES_TOGETHER("/rules/many/edit?rules=204-210"),
    RULE_FORM("/rules/204/edit"),
    RULE_REMOVAL("/rules/640/remove"),
    RULE_HISTORY("/rules/33/history?revision=4"),
    CHANGES("/changes"),
    HISTORY("/changes?state=history"),
    CHANGES_TOGETHER("/changes/together?sets=1.2"),
    CHANGE_SET("/changes/1"),
    NEW_RELEASE("/changes/4"),
    CONFLICT("/changes/7"),
    GO_BACK("/changes/back?sets=8"),
    WAITING("/waiting"),
    WAITING_SET("/waiting?open=set-1"),
    MAPPINGS("/mappings"),
    MAPPING("/mappings?mapping=new&product=Heron&live=esr&test=esr-localtest"),
    ADOPTION("/mappings/adoption"),
    ADOPTION_DIFFERENCES("/mappings/adoption?product=Heron&live=esr&test=esr-localtest"),
    ADOPTION_RETIRE("/mappings/adoption?product=Heron&live=release&test=release-cdntest&step=retire"),
    RELEASES("/releases"),
    RELEASE("/releases/Heron-150.0-build2"),
    RELEASE_TEXT("/releases/Heron-140.10.0esr-build1?tab=text&find=140.9.0esr"),
    RELEASE_VERSIONS("/releases/Heron-140.10.0esr-build1?tab=versions&to=queue"),
    RELEASE_COMPARED("/releases/compare?from=Heron-149.0.2-build1&to=Heron-150.0-build2"),
    RELEASE_SHIPPED("/releases/Heron-150.0-build2/ship"),
    RELEASES_UNUSED("/releases/cleanup?days=0"),
    RELEASE_UPLOAD("/releases/new"),
    ROLLOUTS("/rollouts"),
    ROLLOUT("/rollouts/1"),
    ROLLOUT_PLANNED("/rollouts/new?release=Petrel-149.0.1-build1&channel=beta"),
    PINS("/pins?do=change&product=Heron&channel=release&version=149."),
    PROBES("/probes?probe=1"),
    PROBES_COMPARED("/probes/compare"),
    TIME_MACHINE("/time-machine?channel=beta-cdntest&product=Petrel"),
    JOURNAL("/history?channel=beta"),
    RECEIPTS("/receipts?receipt=1"),
    SIGNOFFS("/signoffs?change=channel&of=Heron&channel=release"),
    PEOPLE("/people/farid@rehearsal.example"),
    PERSON_MYSELF("/people/greta@rehearsal.example"),
    WEBHOOKS("/webhooks?webhook=new"),
    TRAFFIC("/traffic"),
    EMERGENCY("/emergency?product=Heron&channel=nightly-oak&lift=1"),
    FOLLOWING("/following"),
    NOT_THERE("/changes/4711"),
    SEARCH("/rules");

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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
