package dev.rehearsal.ui.frame;

import dev.rehearsal.serve.NodeIdentity;
import dev.rehearsal.serve.NodeRole;
import java.time.Instant;

/**
 * The facts about a node and its version that somebody who reports a fault is asked for.
 *
 * @param database product and version, such as {@code PostgreSQL 17.2}
 * @param startedAt when this process was started
 */
public record AboutNode(NodeIdentity identity, NodeRole role, String database, Instant startedAt) {}
