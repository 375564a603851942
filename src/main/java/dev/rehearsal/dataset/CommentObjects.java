package dev.rehearsal.dataset;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The comments on one change set of a dataset, in the order in which they were made; each names others by their places. */
final class CommentObjects {

    private static final Set<String> FIELDS = Set.of(
            "kind",
            "change",
            "field",
            "about",
            "answers",
            "ends",
            "text",
            "digest",
            "person",
            "person_id",
            "at",
            "waits_for");

    /** Stands for a change that is no longer in its set. */
    private static final ChangeId GONE = new ChangeId(0);

    private CommentObjects() {}

    /**
     * A comment as a dataset holds it.
     *
     * @param change the place among the changes of the set; null for none, or for one that is gone
     * @param called as people called what it is about; null where it is about the whole set
     * @param answers the place among the comments of the set; null for one that begins a thread
     * @param waitsFor who has still to see it
     */
    record Said(
            Comment.Kind kind,
            @Nullable Integer change,
            @Nullable String field,
            @Nullable String called,
            @Nullable Integer answers,
            boolean ends,
            String text,
            @Nullable String digest,
            Actor person,
            PersonId id,
            Instant at,
            List<PersonId> waitsFor) {

        /** @param ids of the comments before it, by place */
        Comment on(ChangeSetId set, List<ChangeId> changes, List<Long> ids) {
            Comment.Place about = called == null
                    ? null
                    : new Comment.Place(change == null ? GONE : changes.get(change), field, called);
            return new Comment(
                    0, set, kind, about, answers == null ? null : ids.get(answers), ends, text, digest, person, id, at);
        }
    }

    static List<Said> of(DatasetObject set, int changes, ProblemList problems) {
        JsonNode sent = set.json().path("comments");
        List<Said> comments = new ArrayList<>();
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isArray()) {
            set.wrong("comments", "Must be a list of what people said.");
        }
        for (int place = 0; place < sent.size(); place++) {
            if (sent.get(place) instanceof ObjectNode json) {
                DatasetObject comment = new DatasetObject(set.place() + ".comments[" + place + "]", json, problems);
                comments.add(said(comment, changes, comments));
                if (!comment.isRight()) {
                    set.spoiled();
                }
            } else {
                set.wrong("comments[" + place + "]", "Must be an object.");
            }
        }
        return comments;
    }

    private static Said said(DatasetObject comment, int changes, List<Said> before) {
        comment.allowOnly(FIELDS);
        Comment.Kind kind = kind(comment);
        boolean wordless = kind == Comment.Kind.TAKE_BACK && !comment.has("text");
        Integer answers = place(comment, "answers", before.size());
        boolean ends = comment.flag("ends");
        boolean request = answers != null
                && answers < before.size()
                && before.get(answers).kind() == Comment.Kind.REQUEST;
        if (ends && !request) {
            comment.wrong("ends", "Only what answers a request for changes ends it.");
        }
        if (answers != null && answers < before.size() && before.get(answers).answers() != null) {
            comment.wrong("answers", "Must be the comment that begins the thread.");
        }
        return new Said(
                kind,
                place(comment, "change", changes),
                comment.optionalText("field", 300),
                comment.optionalText("about", 500),
                answers,
                ends,
                wordless ? "" : comment.text("text", Comment.LONGEST),
                comment.optionalText("digest", 64),
                new Actor(comment.text("person", 100)),
                new PersonId(comment.identifier("person_id")),
                comment.time("at"),
                waitsFor(comment));
    }

    private static Comment.Kind kind(DatasetObject comment) {
        String text = comment.text("kind", 10);
        return Arrays.stream(Comment.Kind.values())
                .filter(kind -> kind.wireName().equals(text))
                .findFirst()
                .orElseGet(() -> text.isEmpty()
                        ? Comment.Kind.REMARK
                        : comment.wrong("kind", "Must be remark, request or take_back.", Comment.Kind.REMARK));
    }

    /** Returns a place in a list of that size, from 0; null where none is named. */
    private static @Nullable Integer place(DatasetObject comment, String field, int size) {
        if (!comment.has(field)) {
            return null;
        }
        JsonNode place = comment.json().path(field);
        boolean right =
                place.isIntegralNumber() && place.canConvertToInt() && place.asInt() >= 0 && place.asInt() < size;
        if (!right) {
            comment.wrong(field, "Must be a place in the list, counted from 0.");
            return null;
        }
        return place.asInt();
    }

    private static List<PersonId> waitsFor(DatasetObject comment) {
        List<PersonId> people = new ArrayList<>();
        JsonNode sent = comment.json().path("waits_for");
        boolean list = sent.isMissingNode() || sent.isArray();
        for (JsonNode person : sent) {
            list &= person.isIntegralNumber() && person.canConvertToLong();
            people.add(new PersonId(person.asLong(0)));
        }
        if (!list) {
            comment.wrong("waits_for", "Must be a list of the ids of people.");
        }
        return people;
    }

    /** @param waiting who has still to see each comment */
    static ArrayNode json(Discussion discussion, Collection<Change> changes, Map<Long, Set<PersonId>> waiting) {
        List<ChangeId> places = changes.stream().map(Change::id).toList();
        Map<Long, Integer> ids = new HashMap<>();
        IntStream.range(0, discussion.comments().size())
                .forEach(at -> ids.put(discussion.comments().get(at).id(), at));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Comment comment : discussion.comments()) {
            json.add(json(comment, places, ids, waiting.getOrDefault(comment.id(), Set.of())));
        }
        return json;
    }

    private static ObjectNode json(
            Comment comment, List<ChangeId> places, Map<Long, Integer> ids, Set<PersonId> waitsFor) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("kind", comment.kind().wireName());
        Comment.Place about = comment.about();
        if (about != null) {
            json.put("about", about.called());
            if (places.contains(about.change())) {
                json.put("change", places.indexOf(about.change()));
            }
            if (about.field() != null) {
                json.put("field", about.field());
            }
        }
        if (comment.answers() != null) {
            json.put("answers", Objects.requireNonNull(ids.get(comment.answers())));
        }
        if (comment.ends()) {
            json.put("ends", true);
        }
        if (!comment.text().isEmpty()) {
            json.put("text", comment.text());
        }
        if (comment.digest() != null) {
            json.put("digest", comment.digest());
        }
        json.put("person", comment.by().name());
        if (!comment.person().equals(PersonId.NONE)) {
            json.put("person_id", comment.person().value());
        }
        json.put("at", comment.at().toEpochMilli());
        if (!waitsFor.isEmpty()) {
            ArrayNode people = json.putArray("waits_for");
            waitsFor.stream()
                    .map(PersonId::value)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .forEach(people::add);
        }
        return json;
    }
}
