package dev.rehearsal.access;

import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Signing;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.signoff.RequiredSignoff;
import dev.rehearsal.signoff.RequiredSignoffs;
import dev.rehearsal.verdict.Gate;
import dev.rehearsal.verdict.Gates;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class LocalVisitor {

    private final Journal journal;
    private final PeopleStore people;
    private final RequiredSignoffs required;
    private final Gates gates;
    private final ChangeSets sets;
    private final Signing signing;

    LocalVisitor(Journal journal, PeopleStore people, RequiredSignoffs required, Gates gates, ChangeSets sets, Signing signing) {
        this.journal = journal;
        this.people = people;
        this.required = required;
        this.gates = gates;
        this.sets = sets;
        this.signing = signing;
    }

    @Bean
    FilterRegistrationBean<Filter> visitor() {
        FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>((request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            String as = http.getParameter("as");
            if (as != null) {
                http.getSession().setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(new Actor(as), null, List.of())));
            }
            chain.doFilter(request, response);
        });
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return bean;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() throws Exception {
        if (!people.all().isEmpty()) {
            return;
        }
        JsonNode data = JsonMapper.shared().readTree(LocalVisitor.class.getResourceAsStream("/sample/dataset.json"));
        journal.write(new Actor("import"), Touches.QUEUE, entry -> {
            for (JsonNode person : data.get("people")) {
                String name = person.get("name").stringValue();
                for (Map.Entry<String, JsonNode> permission : person.get("permissions").properties()) {
                    Set<Action> actions = new HashSet<>();
                    permission.getValue().path("actions").forEach(a -> actions.add(Action.named(a.stringValue()).orElseThrow()));
                    Set<String> products = new HashSet<>();
                    permission.getValue().path("products").forEach(a -> products.add(a.stringValue()));
                    people.put(entry, name, new Permission(PermissionName.named(permission.getKey()).orElseThrow(), actions, products, 1));
                }
                person.get("roles").forEach(role -> people.addRole(entry, name, new Role(role.stringValue())));
            }
            for (JsonNode row : data.get("required_signoffs")) {
                required.put(entry, new RequiredSignoff(row.get("product").stringValue(), row.get("channel").stringValue(),
                        new Role(row.get("role").stringValue()), row.get("signoffs_required").intValue(), 1));
            }
            for (JsonNode row : data.get("gates")) {
                gates.add(entry, new Gate(0, row.get("product").stringValue(), row.get("live_channel").stringValue(),
                        new Role(row.get("role").stringValue()), row.get("passes_required").intValue(), List.of(), 1));
            }
            return entry;
        });
        Actor ada = new Actor("ada@rehearsal.example");
        Actor dmitri = new Actor("dmitri@rehearsal.example");
        Actor ben = new Actor("ben@rehearsal.example");
        Actor greta = new Actor("greta@rehearsal.example");
        ChangeSet first = sets.inState("pending", 100).getLast();
        signing.sign(dmitri, first.id(), new Role("releng"), null);
        ChangeSet held = sets.schedule(ada, "Desupport Windows 7 on esr", Instant.now().plus(Duration.ofDays(3)),
                List.of(new Proposal.EditRule(new RuleId(204), null, Map.of("comment", "held"))));
        sets.hold(ada, held.id(), null);
        sets.draft(dmitri, "152.0b1 to beta, once it is built", Instant.now().plus(Duration.ofDays(6)),
                List.of(new Proposal.EditRule(new RuleId(33), null, Map.of("backgroundRate", 10))));
        ChangeSet gone = sets.schedule(ada, "Back to 148.0.2", Instant.now().plus(Duration.ofHours(7)),
                List.of(new Proposal.EditRule(new RuleId(204), null, Map.of("priority", 91))));
        sets.withdraw(ada, gone.id(), null);
        ChangeSet clash = sets.schedule(ada, "Throttle Petrel beta", Instant.now().plus(Duration.ofHours(30)),
                List.of(new Proposal.EditRule(new RuleId(33), null, Map.of("backgroundRate", 10, "comment", "Slowly: crash reports (PET-12)"))));
        int bulk = Integer.getInteger("bulk", 0);
        for (int i = 0; i < bulk; i++) {
            sets.schedule(i % 2 == 0 ? ada : dmitri, "Nightly " + i + " to everybody", Instant.now().plus(Duration.ofHours(40 + i)),
                    List.of(new Proposal.EditRule(new RuleId(204), null, Map.of("backgroundRate", i % 100, "comment", "Step " + i))));
        }
        System.err.println("filled " + clash.id());
    }
}
