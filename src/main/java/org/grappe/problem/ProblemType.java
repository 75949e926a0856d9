package org.grappe.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem this service answers with; each has a page under {@code /problems/}. */
public enum ProblemType {
  MALFORMED_REQUEST(400),
  INVALID_PARAMETER(400),
  UNKNOWN_PARAMETER(400),
  INVALID_CURSOR(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  REQUEST_TIMEOUT(408),
  DUPLICATE(409),
  MEMBERSHIP_OVERLAP(409),
  MERGER_NOT_APPROVED(409),
  MERGER_CLOSED(409),
  MERGER_CONFLICT(409),
  COLLEGE_UNMAPPED(409),
  REVERSAL_BLOCKED(409),
  OUTSIDE_CLUSTER_LIFE(409),
  NO_CONVENTION_IN_FORCE(409),
  LOCAL_EVENT(409),
  ALREADY_SHARED(409),
  OWN_EVENT(409),
  CAPACITY_EXCEEDED(409),
  SHARES_EXCEED_WHOLE(409),
  PAYMENTS_EXCEED_AMOUNT(409),
  STILL_REFERENCED(409),
  REQUEST_IN_PROGRESS(409),
  STALE_VERSION(412),
  PAYLOAD_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  VALIDATION_FAILED(422),
  IDEMPOTENCY_KEY_REUSED(422),
  IMPORT_REFUSED(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  NOT_IMPLEMENTED(501),
  UNAVAILABLE(503),
  TIMEOUT(504);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with this type. */
  public int status() {
    return status;
  }

  /** The name in the address: {@code validation-failed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type with this name in its address, if there is one. */
  public static Optional<ProblemType> bySlug(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The type that says what a bare HTTP status says, {@link #INTERNAL_ERROR} where none fits. */
  public static ProblemType byStatus(int status) {
    return switch (status) {
      case 409 -> DUPLICATE;
      case 422 -> VALIDATION_FAILED;
      default ->
          Arrays.stream(values())
              .filter(type -> type.status == status)
              .findFirst()
              .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    };
  }
}
