package org.grappe.problem;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All types of problem, in the order in which they are told. */
public final class ProblemTypes {
  private static final List<ProblemType> REQUESTS =
      List.of(
          ProblemType.MALFORMED_REQUEST,
          ProblemType.INVALID_PARAMETER,
          ProblemType.UNKNOWN_PARAMETER,
          ProblemType.INVALID_CURSOR,
          ProblemType.UNAUTHENTICATED,
          ProblemType.FORBIDDEN,
          ProblemType.NOT_FOUND,
          ProblemType.METHOD_NOT_ALLOWED,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.DUPLICATE);

  /** What a feature has of its own stands against a record as it is, as a duplicate does. */
  private static final List<ProblemType> FEATURES =
      ServiceLoader.load(FeatureProblems.class, FeatureProblems.class.getClassLoader()).stream()
          .flatMap(feature -> feature.get().types().stream())
          .toList();

  private static final List<ProblemType> OTHERS =
      List.of(
          ProblemType.STILL_REFERENCED,
          ProblemType.NOT_SETTLED_YET,
          ProblemType.REQUEST_IN_PROGRESS,
          ProblemType.CURSOR_GONE,
          ProblemType.STALE_VERSION,
          ProblemType.PAYLOAD_TOO_LARGE,
          ProblemType.URI_TOO_LONG,
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          ProblemType.VALIDATION_FAILED,
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          ProblemType.IMPORT_REFUSED,
          ProblemType.PRECONDITION_REQUIRED,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.HEADERS_TOO_LARGE,
          ProblemType.INTERNAL_ERROR,
          ProblemType.NOT_IMPLEMENTED,
          ProblemType.UNAVAILABLE,
          ProblemType.TIMEOUT);

  private static final List<ProblemType> ALL =
      Stream.of(REQUESTS, FEATURES, OTHERS).flatMap(List::stream).toList();

  private ProblemTypes() {}

  public static List<ProblemType> all() {
    return ALL;
  }

  /** The type with this name in its address, if there is one. */
  public static Optional<ProblemType> bySlug(String slug) {
    return ALL.stream().filter(type -> type.slug().equals(slug)).findFirst();
  }

  /**
   * The type that says what a bare HTTP status says, {@link ProblemType#INTERNAL_ERROR} where none
   * fits.
   */
  static ProblemType byStatus(int status) {
    return switch (status) {
      case 409 -> ProblemType.DUPLICATE;
      case 422 -> ProblemType.VALIDATION_FAILED;
      default ->
          ALL.stream()
              .filter(type -> type.status() == status)
              .findFirst()
              .orElse(status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR);
    };
  }
}
