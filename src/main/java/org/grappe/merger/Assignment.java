package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;
import org.grappe.value.Violations;

/**
 * Where one thing goes, all members of a college, or what nothing else assigns.
 *
 * @param to a result, or {@link #LEAVES}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
// the database notes which are applications, and nobody else says so
@JsonIgnoreProperties("application")
@Schema(name = "NewAssignment", description = "Who or what goes where.")
record Assignment(
    @References(table = "memberships", deletable = true) UUID membership,
    @References(table = "colleges", deletable = true) UUID college,
    @References(table = "offices", deletable = true) UUID office,
    @References(table = "conventions", deletable = true) UUID convention,
    @References(table = "events", deletable = true) UUID event,
    Boolean rest,
    @NotNull
        @References(table = "clusters", by = "slug", nowhere = "LEAVES")
        @JsonSerialize(using = Leaving.Writer.class)
        @JsonDeserialize(using = Leaving.Reader.class)
        UUID to) {
  static final UUID LEAVES = References.NOWHERE;

  Assignment {
    rest = Boolean.TRUE.equals(rest) ? rest : null;
  }

  /** Each is of one thing, which goes to one of the results, or leaves; none of the same. */
  static void check(List<Assignment> all, List<UUID> results, Violations violations) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Assignment one = all.get(i);
      String place = "/assignments/" + i;
      violations.addIf(one.things() != 1, place, "division.assignment-one");
      violations.addIf(
          one.things() == 1 && !seen.add(one.thing()),
          place + "/" + one.field(),
          "division.assigned-twice");
      violations.addIf(
          one.to() != null && !LEAVES.equals(one.to()) && !results.contains(one.to()),
          place + "/to",
          "division.assigned-elsewhere");
    }
  }

  private long things() {
    return Stream.of(membership, college, office, convention, event, rest)
        .filter(Objects::nonNull)
        .count();
  }

  Object thing() {
    return Stream.of(membership, college, office, convention, event, rest)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  String field() {
    return membership != null
        ? "membership"
        : college != null
            ? "college"
            : office != null
                ? "office"
                : convention != null ? "convention" : event != null ? "event" : "rest";
  }
}
