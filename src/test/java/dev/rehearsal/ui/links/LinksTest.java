package dev.rehearsal.ui.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links know no screens, so that nothing but these tests keeps both at one address. */
class LinksTest {

    private static final ReleaseName RELEASE = new ReleaseName("Firefox-149.0-build1");
    private static final RuleId RULE = new RuleId(204);

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final Map<Link, String> leadsTo = new LinkedHashMap<>();

    @BeforeEach
    void everyScreenIsThere() {
        page.open(LiveFirefox.ADA, "rules");
    }

    @BeforeEach
    void everyKindOfLink() {
        leadsTo.put(new Link(""), "ChannelsView");
        leadsTo.put(PreviewNavigation.at(PreviewAddress.of("", QueryParameters.empty())), "PreviewView");
        leadsTo.put(PreviewNavigation.at(PreviewAddress.of("beta-cdntest", "Firefox")), "PreviewView");
        leadsTo.put(RuleNavigation.at(RulesAddress.ALL), "RulesView");
        leadsTo.put(RuleNavigation.to(RULE), "RulesView");
        leadsTo.put(RuleNavigation.adding(RuleFilter.NONE), "RuleFormView");
        leadsTo.put(RuleNavigation.form(RULE, RuleTask.EDIT, QueryParameters.empty()), "RuleFormView");
        leadsTo.put(RuleNavigation.form(RULE, RuleTask.COPY, QueryParameters.empty()), "RuleFormView");
        leadsTo.put(RuleNavigation.removal(RULE), "RuleRemovalView");
        leadsTo.put(RuleNavigation.historyOf(RULE, RuleHistoryAddress.NEWEST), "RuleHistoryView");
        leadsTo.put(ReleaseNavigation.at(ReleasesAddress.ALL), "ReleasesView");
        leadsTo.put(ReleaseNavigation.at(RELEASE, ReleaseAddress.PLAIN), "ReleaseView");
        leadsTo.put(ReleaseNavigation.UPLOAD, "ReleaseTaskView");
        for (ReleaseTask task : ReleaseTask.values()) {
            leadsTo.put(ReleaseNavigation.doing(RELEASE, task, null), "ReleaseTaskView");
        }
        leadsTo.put(ChangesNavigation.at(ChangesAddress.EVERYTHING_PENDING), "ChangesView");
        leadsTo.put(new Link(ChangesNavigation.path(new ChangeSetId(7))), "ChangeSetView");
        leadsTo.put(ChangesNavigation.at(new PickedSets(List.of())), "SetsTogetherView");
        leadsTo.put(RuleNavigation.many(ManyRulesTask.EDIT, PickedRules.of(List.of(RULE))), "ManyRulesView");
        leadsTo.put(RuleNavigation.many(ManyRulesTask.DELETE, PickedRules.of(List.of(RULE))), "ManyRulesView");
        leadsTo.put(ReleaseNavigation.at(CleanUpAddress.PLAIN), "CleanUpView");
        leadsTo.put(ReleaseNavigation.at(CompareAddress.NOTHING), "CompareView");
        leadsTo.put(ReleaseNavigation.shipping(RELEASE), "ShipView");
        leadsTo.put(WaitingNavigation.at("set-7"), "WaitingView");
        leadsTo.put(MappingNavigation.at(MappingsAddress.LIST), "MappingsView");
        leadsTo.put(ChangesNavigation.at(new GoBackAddress(List.of(new ChangeSetId(7)))), "GoBackView");
        leadsTo.put(PinNavigation.at(PinsAddress.LIST), "PinsView");
        leadsTo.put(AdoptionNavigation.at(AdoptionAddress.CANDIDATES), "AdoptionView");
        leadsTo.put(
                SignoffNavigation.at(new SignoffsAddress("", new SignoffsAddress.Task.None(), null)), "SignoffsView");
        leadsTo.put(ProbesNavigation.at(ProbesAddress.ALL), "ProbesView");
        leadsTo.put(EmergencyNavigation.at(EmergencyAddress.PLAIN), "EmergencyView");
        leadsTo.put(TimeMachineNavigation.at(new TimeMachineAddress("", "", null, null, "")), "TimeMachineView");
        leadsTo.put(AskNavigation.at(new AskAddress("", null)), "AskView");
        leadsTo.put(HistoryNavigation.at(HistoryAddress.EVERYTHING), "HistoryView");
        leadsTo.put(new Link(ProbesNavigation.COMPARE), "CompareChannelsView");
        leadsTo.put(new Link(FollowingNavigation.PATH), "FollowingView");
        leadsTo.put(new Link(WebhookNavigation.PATH), "WebhooksView");
        leadsTo.put(new Link(TrafficNavigation.PATH), "TrafficView");
        leadsTo.put(ReceiptNavigation.at(new ReceiptsAddress(null, null, 1)), "ReceiptsView");
        leadsTo.put(new Link(RolloutNavigation.PATH), "RolloutsView");
        leadsTo.put(new Link(RolloutNavigation.path(7)), "RolloutView");
        leadsTo.put(RolloutNavigation.at(NewRolloutAddress.NOTHING), "NewRolloutView");
        leadsTo.put(PeopleNavigation.at("", ""), "PeopleView");
        leadsTo.put(PeopleNavigation.at("ada", "a"), "PeopleView");
    }

    @Test
    void everyLinkLeadsToTheScreenThatItMeans() {
        leadsTo.forEach(
                (link, view) -> assertThat(RouteConfiguration.forSessionScope().getRoute(link.path()))
                        .as(link.path())
                        .map(Class::getSimpleName)
                        .contains(view));
    }

    @Test
    void everyScreenIsLinkedTo() {
        Set<String> linked = new TreeSet<>(leadsTo.values());
        linked.add("SignInView");

        assertThat(Page.views().stream().map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(linked);
    }

    @Test
    void namesStandInPathsAsTheRouterPutsThemThere() {
        for (String name : List.of("Firefox-149.0-build1", "Ä b", "50%", "a+b&c", "a;b=c")) {
            assertThat(ReleaseNavigation.doing(new ReleaseName(name), ReleaseTask.LOCK, null)
                            .path())
                    .isEqualTo(RouteConfiguration.forSessionScope()
                            .getUrl(
                                    view("ReleaseTaskView"),
                                    new RouteParameters(
                                            new RouteParam("name", new ReleaseName(name).segment()),
                                            new RouteParam("task", "lock"))));
            assertThat(PreviewNavigation.at(PreviewAddress.of(name, QueryParameters.empty()))
                            .path())
                    .isEqualTo(RouteConfiguration.forSessionScope()
                            .getUrl(view("PreviewView"), new RouteParameters("testChannel", name)));
            assertThat(PeopleNavigation.path(name))
                    .isEqualTo(RouteConfiguration.forSessionScope()
                            .getUrl(view("PeopleView"), new RouteParameters("name", name)));
        }
    }

    @Test
    void pathsAndQueriesAreEncodedOnce() {
        String name = "Ä 50% b";
        Link link = new Link("releases/" + name, QueryParameters.of("find", "a b&ü"));
        String byClass = new RouterLink("", view("ReleaseView"), new RouteParameters("name", name)).getHref();

        assertThat(byClass).isEqualTo("releases/%C3%84%2050%25%20b");
        assertThat(link.saying("text").getHref()).isEqualTo(byClass + "?find=a%20b%26%C3%BC");
        assertThat(link.around(new Span("text")).getHref()).isEqualTo(byClass + "?find=a%20b%26%C3%BC");
    }

    private static Class<? extends Component> view(String name) {
        return Page.views().stream()
                .filter(found -> found.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
