package org.grappe.problem;

import java.io.Serializable;

/**
 * A kind of problem that this service answers with: those that any operation may have, and those
 * that a feature has of its own ({@link FeatureProblems}).
 *
 * @param slug the name in the address of its page under {@code /problems/}: {@code
 *     validation-failed}
 * @param status the HTTP status that goes with it
 */
public record ProblemType(String slug, int status) implements Serializable {
  public static final ProblemType MALFORMED_REQUEST = new ProblemType("malformed-request", 400);
  public static final ProblemType INVALID_PARAMETER = new ProblemType("invalid-parameter", 400);
  public static final ProblemType UNKNOWN_PARAMETER = new ProblemType("unknown-parameter", 400);
  public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", 400);
  public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401);
  public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
  public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404);
  public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405);
  public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406);
  public static final ProblemType REQUEST_TIMEOUT = new ProblemType("request-timeout", 408);
  public static final ProblemType DUPLICATE = new ProblemType("duplicate", 409);
  public static final ProblemType STILL_REFERENCED = new ProblemType("still-referenced", 409);
  public static final ProblemType NOT_SETTLED_YET = new ProblemType("not-settled-yet", 409);
  public static final ProblemType REQUEST_IN_PROGRESS = new ProblemType("request-in-progress", 409);
  public static final ProblemType CURSOR_GONE = new ProblemType("cursor-gone", 410);
  public static final ProblemType STALE_VERSION = new ProblemType("stale-version", 412);
  public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType("payload-too-large", 413);
  public static final ProblemType URI_TOO_LONG = new ProblemType("uri-too-long", 414);
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("unsupported-media-type", 415);
  public static final ProblemType VALIDATION_FAILED = new ProblemType("validation-failed", 422);
  public static final ProblemType IDEMPOTENCY_KEY_REUSED =
      new ProblemType("idempotency-key-reused", 422);
  public static final ProblemType IMPORT_REFUSED = new ProblemType("import-refused", 422);
  public static final ProblemType PRECONDITION_REQUIRED =
      new ProblemType("precondition-required", 428);
  public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429);
  public static final ProblemType HEADERS_TOO_LARGE = new ProblemType("headers-too-large", 431);
  public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500);
  public static final ProblemType NOT_IMPLEMENTED = new ProblemType("not-implemented", 501);
  public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503);
  public static final ProblemType TIMEOUT = new ProblemType("timeout", 504);
}
