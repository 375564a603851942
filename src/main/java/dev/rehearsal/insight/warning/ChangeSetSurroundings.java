package dev.rehearsal.insight.warning;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.snapshot.NodeState;
import java.util.List;

/** Tells what has become of people, configuration and releases around an open set since it was saved. */
@FunctionalInterface
public interface ChangeSetSurroundings {

    List<Finding> of(NodeState state, ChangeSet set);
}
