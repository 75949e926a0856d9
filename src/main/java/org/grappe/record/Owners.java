package org.grappe.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;

/**
 * Whose a record is, which decides who writes it.
 *
 * @param kind which of the clusters' editors write it
 * @param clusters the clusters that it belongs to
 */
public record Owners(Kind kind, List<UUID> clusters) {
  /** Administrators write every record; beside them: */
  enum Kind {
    /** editors of all its clusters. */
    ALL,
    /** editors of any of its clusters. */
    ANY,
    /** every editor enters it; who changes it depends on what refers to it ({@code may_change}). */
    ANY_EDITOR,
    /** no one. */
    ADMINISTRATORS,
    /** who sees it: from all others it is hidden. */
    WHOEVER_SEES
  }

  /** A record of one cluster. */
  public static Owners cluster(UUID cluster) {
    return new Owners(Kind.ALL, List.of(cluster));
  }

  /** A record about several clusters, whose editor must be that of all. */
  public static Owners all(Collection<UUID> clusters) {
    return new Owners(Kind.ALL, List.copyOf(clusters));
  }

  /** A record that several clusters share, each of whose editors may write it. */
  public static Owners any(Collection<UUID> clusters) {
    return new Owners(Kind.ANY, List.copyOf(clusters));
  }

  /** A record that belongs to no cluster, such as an organisation: any editor may write it. */
  public static Owners anyEditor() {
    return new Owners(Kind.ANY_EDITOR, List.of());
  }

  /** A record that only administrators write. */
  public static Owners administrators() {
    return new Owners(Kind.ADMINISTRATORS, List.of());
  }

  /** A record that one caller sees, who writes it too. */
  public static Owners whoeverSees() {
    return new Owners(Kind.WHOEVER_SEES, List.of());
  }

  /** Whether this caller is one of those who write it, as far as the record itself tells. */
  boolean include(Caller caller) {
    return caller.isAdministrator()
        || switch (kind) {
          case ALL -> caller.edits(clusters);
          case ANY -> clusters.stream().anyMatch(one -> caller.edits(List.of(one)));
          case ANY_EDITOR -> caller.is(Role.EDITOR);
          case ADMINISTRATORS -> false;
          case WHOEVER_SEES -> caller.role().isPresent();
        };
  }
}
