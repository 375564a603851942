package dev.rehearsal.dataset;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.dataset.ChangeSetObjects.DatasetChangeSet;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import within its transaction: releases are stored as they are read, everything else once all is known. */
final class ImportTransaction implements DatasetReader.Objects {

    private static final Logger LOG = LoggerFactory.getLogger(ImportTransaction.class);
    private static final int MOST_NAMED = 10;

    private final DatasetTables tables;
    private final Write write;
    private final ProblemList problems;
    private final RuleObjects rules = new RuleObjects();
    private final ReleaseObjects releases;
    private final PinObjects pins = new PinObjects();
    private final ShutoffObjects shutoffs = new ShutoffObjects();
    private final PeopleObjects people = new PeopleObjects();
    private final RequirementObjects requirements = new RequirementObjects();
    private final GateObjects gates = new GateObjects();
    private final FreezeWindowObjects windows = new FreezeWindowObjects();
    private final GuardRailObjects rails = new GuardRailObjects();
    private final UrgentRoleObjects urgentRoles = new UrgentRoleObjects();
    private final ProbeObjects probes = new ProbeObjects();
    private final MappingObjects mappings = new MappingObjects();
    private final VerdictObjects verdicts = new VerdictObjects();
    private final ChangeSetObjects changeSets;

    ImportTransaction(DatasetTables tables, Write write, ProblemList problems, ImportProgress progress) {
        this.tables = tables;
        this.write = write;
        this.problems = problems;
        this.releases = new ReleaseObjects(tables.releases(), write, problems, progress);
        this.changeSets = new ChangeSetObjects(problems, tables.releases());
    }

    @Override
    public void add(DatasetPart part, DatasetObject object) {
        switch (part) {
            case RULES -> rules.add(object);
            case RELEASES -> releases.add(object);
            case EMERGENCY_SHUTOFFS -> shutoffs.add(object);
            case PINNABLE_RELEASES -> pins.add(object);
            case PEOPLE -> people.add(object);
            case CHANNEL_MAPPINGS -> mappings.add(object);
            case CHANGE_SETS -> changeSets.add(object);
            case REQUIRED_SIGNOFFS -> requirements.add(object);
            case GATES -> gates.add(object);
            case FREEZE_WINDOWS -> windows.add(object);
            case GUARD_RAILS -> rails.add(object);
            case URGENT_ROLES -> urgentRoles.add(object);
            case PROBES -> probes.add(object);
            case VERDICTS -> verdicts.add(object);
        }
    }

    /** Stores what was held back until now; whoever calls this has made sure that there are no problems so far. */
    ImportResult.Imported finish() {
        releases.finish();
        tables.rules().importAll(write, rules.rules(), changeSets.rulesOfSets());
        tables.pins().importAll(write, pins.pins(releases.incarnations()));
        tables.shutoffs().importAll(write, shutoffs.shutoffs());
        Map<Long, Long> grants = tables.people().importAll(write, people.people());
        tables.requirements().importAll(write, requirements.forChannels(), requirements.forPermissions());
        Map<Long, Long> gateIds = gates.idsOf(tables.gates().importAll(write, gates.rows()));
        Map<Long, Long> windowIds = windows.idsOf(tables.windows().importAll(write, windows.rows()));
        Map<Long, Long> railIds = rails.idsOf(tables.rails().importAll(write, rails.rows()));
        tables.urgentRoles().importAll(write, urgentRoles.roles());
        tables.probes().importAll(write, probes.probes());
        warn();
        RecordedSets recorded =
                new RecordedSets(tables, write, changeSets.recorded().sets());
        Map<ChangeSetId, ChangeSetId> storedIds = new HashMap<>(recorded.ids());
        Map<Long, Long> mappingIds = importMappings(schedule(storedIds, grants));
        recorded.store(RowNumbers.imported(
                releases.incarnations(),
                grants,
                gateIds,
                windowIds,
                railIds,
                mappingIds,
                scope -> MappingObjects.stored(scope, storedIds)));
        verdicts.verdicts(RowNumbers.known(grants)).forEach(this::importVerdict);
        return new ImportResult.Imported(
                rules.rules().size(),
                releases.names().size(),
                shutoffs.shutoffs().size(),
                pins.pins().size(),
                people.people().size(),
                requirements.size(),
                gates.rows().size(),
                windows.rows().size(),
                rails.rows().size(),
                urgentRoles.roles().size(),
                mappingIds.size(),
                changeSets.size(),
                probes.probes().size(),
                verdicts.size());
    }

    private Map<Long, Long> importMappings(Map<ChangeSetId, ChangeSetId> storedIds) {
        Map<Long, Long> ids = new HashMap<>();
        for (ChannelMapping mapping : mappings.mappings(storedIds)) {
            ids.put(mapping.id(), tables.mappings().importOne(write, mapping).id());
        }
        return ids;
    }

    /** Whoever gave it and is gone stays gone. */
    private void importVerdict(Verdict verdict) {
        if (!verdict.person().equals(PersonId.NONE)) {
            tables.people().importGone(write, verdict.person(), verdict.by().name());
        }
        tables.verdicts().importOne(verdict);
    }

    private Map<ChangeSetId, ChangeSetId> schedule(Map<ChangeSetId, ChangeSetId> storedIds, Map<Long, Long> grants) {
        if (changeSets.inOrder().isEmpty()) {
            return storedIds;
        }
        Tables live = tables.live().inThisTransaction();
        Map<ReleaseName, Long> announced = tables.changeSets().announce(changeSets.addedReleases());
        for (DatasetChangeSet set : changeSets.inOrder()) {
            try {
                ChangeSetId stored = tables.changeSets()
                        .importSet(write, live, announced, set.at(write.at()))
                        .id();
                set.signoffs()
                        .forEach(given -> tables.signoffs()
                                .put(
                                        write,
                                        stored,
                                        RecordedSets.signoff(tables, write, given, RowNumbers.known(grants))));
                if (set.id() != null) {
                    storedIds.put(set.id(), stored);
                }
            } catch (RefusedException refused) {
                refused.problems().forEach(problem -> set.object().wrong(inChanges(set, problem)));
            }
        }
        return storedIds;
    }

    /** A set of one change says where in that change a problem is, but not that it is in the change. */
    private static Problem inChanges(DatasetChangeSet set, Problem problem) {
        boolean inOnlyChange = set.proposals().size() == 1
                && !problem.place().isEmpty()
                && !problem.place().startsWith("changes")
                && !problem.place().equals("title");
        return inOnlyChange ? new Problem("changes[0]." + problem.place(), problem.sentence()) : problem;
    }

    private void warn() {
        List<String> dangling = Stream.concat(
                        rules.dangling(releases.names()).stream(), pins.dangling(releases.names()).stream())
                .toList();
        warn("{} names of releases lead nowhere, and nothing is served there: {}", dangling);
        warn("{} requirements ask for more signoffs than people can give: {}", requirements.tooLarge(tables.people()));
        warn("{} gates ask for more testers than there are: {}", gates.neverOpen(tables.people()));
        warn("{} places in releases will not work as they look: {}", releases.warnings());
    }

    private static void warn(String sentence, List<String> places) {
        if (!places.isEmpty()) {
            String first = places.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
            LOG.warn(sentence, places.size(), places.size() > MOST_NAMED ? first + "; …" : first);
        }
    }
}
