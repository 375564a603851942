package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.GuardianBlob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.Rendering;
import dev.rehearsal.blob.SuperBlob;
import dev.rehearsal.blob.UpdateXml;
import dev.rehearsal.blob.UpdateXml.Child;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.blob.XmlBlob;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.serve.Answer.MediaType;
import dev.rehearsal.serve.Choice.NotServed;
import dev.rehearsal.serve.Choice.Served;
import dev.rehearsal.serve.UpdateRequest.Format;
import java.util.ArrayList;
import java.util.List;

/** Makes the answer out of what was chosen. */
final class AnswerRenderer {

    /** Most answers are shorter; a longer one is copied once. */
    private static final int USUAL_LENGTH = 1024;

    private final UrlPolicy urls;

    AnswerRenderer(UrlPolicy urls) {
        this.urls = urls;
    }

    /**
     * @param asked decides for a superblob's products, as it did for the choice
     * @param shown the same query with the channel to render for, usually the very same
     * @throws BadQueryException as Balrog's 400
     */
    Answer render(Choice choice, ChannelView view, UpdateQuery asked, UpdateQuery shown, Format format, Dice dice) {
        return switch (choice) {
            case NotServed notServed -> noUpdate(notServed, format);
            case Served served ->
                switch (format) {
                    case XML -> xml(served, view, asked, shown, dice);
                    case JSON -> json(served, shown);
                };
        };
    }

    /** An XML answer names the rule also where nothing is served, a JSON answer does not (a Balrog fact). */
    private static Answer noUpdate(Choice choice, Format format) {
        Answer nothing = Answer.nothing(format);
        return format == Format.XML ? nothing.decidedBy(choice.rule()) : nothing;
    }

    private Answer json(Served served, UpdateQuery shown) {
        if (!(served.blob() instanceof GuardianBlob guardian)) {
            return Answer.nothing(Format.JSON);
        }
        try {
            return Answer.of(200, MediaType.JSON, guardian.json(shown, urls)).decidedBy(served.rule());
        } catch (UnanswerableException e) {
            return Answer.nothing(Format.JSON);
        }
    }

    private Answer xml(Served served, ChannelView view, UpdateQuery asked, UpdateQuery shown, Dice dice) {
        if (!(served.blob() instanceof XmlBlob blob)) {
            throw new BadQueryException("Wrong blob type");
        }
        Rendering rendering = new Rendering(shown, served.rule().updateType(), view.state()::blob, urls);
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        try {
            if (blob instanceof SuperBlob parent
                    && !(parent.products().isEmpty() && parent.blobs().isEmpty())) {
                UpdateXml.append(out, parent, rendering, children(parent, view, asked, rendering, dice));
            } else {
                UpdateXml.append(out, blob, rendering);
            }
        } catch (UnanswerableException e) {
            return noUpdate(served, Format.XML);
        }
        String body = out.toString();
        return Answer.of(200, MediaType.XML, UpdateXml.needsSquashing(blob, shown) ? UpdateXml.squashed(body) : body)
                .decidedBy(served.rule());
    }

    /** Products are evaluated whole, each with its own shutoffs and dice; what cannot be served is left out. */
    private List<Child> children(
            SuperBlob parent, ChannelView view, UpdateQuery asked, Rendering rendering, Dice dice) {
        List<Child> children = new ArrayList<>();
        for (String product : parent.products()) {
            if (chooseOrNothing(view, asked.withProduct(product), dice) instanceof Served child) {
                children.add(child(child.blob(), product, child.rule().updateType(), rendering));
            }
        }
        if (parent.products().isEmpty()) {
            for (ReleaseName name : parent.blobs()) {
                Release release = view.state().release(name);
                Blob blob = view.state().blob(name);
                if (release != null && blob != null) {
                    children.add(child(blob, release.product(), rendering.updateType(), rendering));
                }
            }
        }
        return children;
    }

    private static Child child(Blob blob, String product, UpdateType updateType, Rendering parent) {
        return new Child(
                blob, new Rendering(parent.query().withProduct(product), updateType, parent.releases(), parent.urls()));
    }

    static Choice chooseOrNothing(ChannelView view, UpdateQuery asked, Dice dice) {
        try {
            return ReleaseChooser.choose(view, asked, dice);
        } catch (UnanswerableException e) {
            return new NotServed(null, e::getMessage);
        }
    }
}
