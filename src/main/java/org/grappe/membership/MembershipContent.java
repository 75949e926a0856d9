package org.grappe.membership;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violation;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A membership as a request writes it: {@code appliedOn} alone applies, {@code from} admits, {@code
 * refusedOn} refuses, {@code until} ends.
 *
 * @param continues the memberships that it continues, which administrators may say
 * @param continued false where it did not go on in what followed its cluster, whose merger ended it
 */
@Embeddable
@RecordBuilder
@Schema(name = "NewMembership", description = "A membership as a request writes it.")
record MembershipContent(
    @NotNull
        @References(table = "clusters", by = "slug")
        @Schema(type = SchemaType.STRING, format = "", examples = "digital-place")
        UUID cluster,
    @NotNull @References(table = "organisations") UUID organisation,
    @References(table = "colleges") UUID college,
    LocalDate appliedOn,
    LocalDate from,
    LocalDate until,
    LocalDate refusedOn,
    @Enumerated(EnumType.STRING) EndReason endReason,
    @Size(max = 50) @References(table = "memberships") List<UUID> continues,
    Boolean continued,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks)
    implements SelfValidating, MembershipContentBuilder.With {

  MembershipContent {
    continued = Boolean.FALSE.equals(continued) ? continued : null;
  }

  /** Why a membership ended. */
  @Schema(name = "MembershipEndReason")
  enum EndReason {
    RESIGNED,
    LAPSED,
    EXPELLED,
    MERGED,
    DIVIDED,
    SUCCEEDED,
    DISSOLVED
  }

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(appliedOn == null && from == null, "/from", "membership.undated");
    inOrder(appliedOn, from, "/from", violations);
    inOrder(appliedOn, refusedOn, "/refusedOn", violations);
    violations.addIf(from != null && refusedOn != null, "/refusedOn", "membership.refused-member");
    if (from != null && until != null && !until.isAfter(from)) {
      violations.addPair(
          Violation.pointer("/from", "date.not-before", until),
          Violation.pointer("/until", "date.not-after", from));
    }
    inOrder(appliedOn, until, "/until", violations);
    violations.addIf(
        endReason != null && until == null && !endsWithCluster(),
        "/endReason",
        "membership.reason-without-end");
  }

  /** Whether its cluster's merger or split ended it, whose day is its end where it says none. */
  private boolean endsWithCluster() {
    return from != null && (endReason == EndReason.MERGED || endReason == EndReason.DIVIDED);
  }

  private static void inOrder(LocalDate first, LocalDate then, String at, Violations violations) {
    if (first != null && then != null && then.isBefore(first)) {
      violations.addPair(
          Violation.pointer("/appliedOn", "date.after", then),
          Violation.pointer(at, "date.before", first));
    }
  }
}
