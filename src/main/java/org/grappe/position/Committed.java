package org.grappe.position;

import java.util.Optional;

/**
 * This instance has committed what somebody wrote. It is told in the writer's thread, before the
 * write is answered.
 *
 * @param head a head that has the write; empty where it could not be numbered, and whoever keeps
 *     anything by its position can be sure of none of it
 */
public record Committed(Optional<Head> head) {}
