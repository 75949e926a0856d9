package org.grappe.testing;

import java.util.List;
import java.util.Random;
import org.grappe.testing.OpenApi.Operation;

/** Requests of every kind, well and ill formed, none like another. */
public final class OddRequests {
  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS", "TRACE", "CONNECT");

  private final List<Operation> operations;
  private final Random random;

  /** Requests around the operations of a document. */
  public OddRequests(OpenApi api, Random random) {
    this.operations = api.operations().toList();
    this.random = random;
  }

  /**
   * One request.
   *
   * @param hasBody whether its answer has a body
   */
  public record Odd(String text, boolean hasBody) {}

  /** Another one. */
  public Odd next() {
    String method = method();
    String text =
        method
            + " "
            + path()
            + " "
            + (one(20) ? "HTTP/1." + random.nextInt(20) : "HTTP/1.1")
            + "\r\nHost: "
            + host()
            + "\r\nContent-Length: 0\r\n"
            + header()
            + "\r\n";
    return new Odd(text, !method.equals("HEAD"));
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private String word() {
    return Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
  }

  private String method() {
    return one(2) ? METHODS.get(random.nextInt(METHODS.size())) : "M" + word();
  }

  private String path() {
    Operation operation = operations.get(random.nextInt(operations.size()));
    String path = operation.path().replaceAll("\\{\\w+}", word());
    return switch (random.nextInt(14)) {
      case 0 -> "/" + word();
      case 1 -> "/" + path;
      case 2 -> "/./" + word() + path;
      case 3 -> path + "%" + word();
      case 4 -> path + "?" + word() + "=" + word();
      case 5 -> path + ";" + word();
      case 6 -> "http://" + word() + path;
      case 7 -> word();
      case 8 -> "/docs/" + word();
      case 9 -> "/q/" + word();
      case 10 -> "/problems/" + word();
      case 11 -> path + "." + word();
      case 12 -> "/openapi/" + word();
      default -> path;
    };
  }

  private String host() {
    return switch (random.nextInt(8)) {
      case 0 -> word() + "\"><x>";
      case 1 -> word() + ":" + random.nextInt(100_000);
      default -> word() + ".example";
    };
  }

  private String header() {
    return switch (random.nextInt(12)) {
      case 0 -> "Authorization: Bearer " + word() + "\r\n";
      case 1 -> "Authorization: " + word() + "\r\n";
      case 2 -> "Accept: " + word() + "/" + word() + "\r\n";
      case 3 -> "If-Match: \"" + word() + "\"\r\n";
      case 4 -> "Origin: https://" + word() + "\r\nAccess-Control-Request-Method: GET\r\n";
      case 5 -> "Content-Type: " + word() + "\r\n";
      case 6 -> "X-" + word() + ": " + word() + "\r\n";
      case 7 -> "Accept-Language: " + word() + "\r\n";
      case 8 -> "Upgrade: " + word() + "\r\nConnection: Upgrade\r\n";
      case 9 -> word() + "\r\n";
      default -> "";
    };
  }
}
