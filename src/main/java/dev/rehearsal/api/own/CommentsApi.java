package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reads and writes comments on a change set, and requests for changes of it. */
@RestController
@RequestMapping("/api/change_sets/{id}/comments")
class CommentsApi {

    private final CommentService saying;
    private final Comments comments;
    private final ChangeSets changeSets;

    CommentsApi(CommentService saying, Comments comments, ChangeSets changeSets) {
        this.saying = saying;
        this.comments = comments;
        this.changeSets = changeSets;
    }

    @GetMapping
    Map<String, Object> list(@PathVariable long id) {
        ChangeSetId set = changeSets.get(new ChangeSetId(id)).id();
        Discussion discussion = comments.of(set);
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> said = discussion.comments().stream()
                .map(comment -> json(comment, discussion))
                .toList();
        json.put("count", said.size());
        json.put("comments", said);
        return json;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> comment(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("text", "change", "field", "request_changes"));
        String text = fields.text("text");
        String field = fields.optionalText("field");
        boolean request = fields.flag("request_changes", false);
        CommentService.Target about =
                fields.has("change") ? new CommentService.Target(new ChangeId(fields.integer("change")), field) : null;
        if (about == null && field != null) {
            fields.wrong("field", "is a field of a change: name that too", "");
        }
        fields.refuseProblems();
        ChangeSetId set = new ChangeSetId(id);
        return made(request ? saying.requestChanges(actor, set, about, text) : saying.comment(actor, set, about, text));
    }

    @PostMapping("/{comment}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> answer(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long comment,
            @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("text"));
        String text = fields.text("text");
        fields.refuseProblems();
        return made(saying.answer(actor, new ChangeSetId(id), comment, text));
    }

    /** Takes a request for changes back, with a word why or without. */
    @PostMapping("/{comment}/take_back")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> takeBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long comment,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = JsonFields.ofOptional(body);
        fields.allowOnly(Set.of("text"));
        String text = fields.optionalText("text");
        fields.refuseProblems();
        return made(saying.takeBack(actor, new ChangeSetId(id), comment, text == null ? "" : text));
    }

    /** Says that nothing of a thread waits for whoever asks any more. */
    @DeleteMapping("/{comment}/waiting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putAside(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long comment) {
        saying.putAside(actor, new ChangeSetId(id), comment);
    }

    private Map<String, @Nullable Object> made(Comment comment) {
        return json(comment, comments.of(comment.set()));
    }

    static Map<String, @Nullable Object> json(Comment comment, Discussion discussion) {
        Comment.Place about = comment.about();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", comment.id());
        json.put("kind", comment.kind().wireName());
        json.put("change", about == null ? null : about.change().value());
        json.put("field", about == null ? null : about.field());
        json.put("about", about == null ? null : about.called());
        json.put("answers", comment.answers());
        json.put("ends", comment.ends());
        json.put("text", comment.text());
        json.put("digest", comment.digest());
        json.put("person", comment.by().name());
        json.put("at", comment.at().toEpochMilli());
        if (comment.kind() == Comment.Kind.REQUEST) {
            json.put("stands", discussion.stands(comment));
        }
        return json;
    }
}
