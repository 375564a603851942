package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.ui.frame.Messages;
import tools.jackson.databind.JsonNode;

/** A blob as a tree that is unfolded step by step. */
class BlobTree extends TreeGrid<BlobNode> {

    private static final Messages MESSAGES = Messages.beside(BlobTree.class);

    private final BlobNodes nodes;

    BlobTree(Manifest manifest, StoredContents contents) {
        this.nodes = new BlobNodes(manifest, contents);
        addClassName("blob-tree");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        addHierarchyColumn(BlobNode::label)
                .setHeader(MESSAGES.get("tree.key"))
                .setSortable(false)
                .setWidth("280px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<BlobNode>of("${item.value}").withProperty("value", BlobTree::value))
                .setHeader(MESSAGES.get("tree.value"))
                .setWidth("280px")
                .setFlexGrow(3);
        setDataProvider(nodes);
    }

    BlobNodes nodes() {
        return nodes;
    }

    /** Returns what is behind a key; of what is to be opened how much is in it. */
    static String value(BlobNode node) {
        return switch (node) {
            case BlobNode.Group group ->
                MESSAGES.get("tree.entries", group.children().size());
            case BlobNode.Part _ -> "";
            case BlobNode.Value(var _, var _, JsonNode json) ->
                json.isContainer()
                        ? MESSAGES.get("tree.entries", json.size())
                        : json.isString() ? json.stringValue() : json.toString();
        };
    }
}
