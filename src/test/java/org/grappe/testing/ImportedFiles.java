package org.grappe.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends files that are taken up, and waits until they are. */
public final class ImportedFiles {
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private ImportedFiles() {}

  public static ValidatableResponse send(RequestSpecification caller, String file, String path) {
    return caller
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post(path)
        .then();
  }

  /** The path of an import that has begun, or waits. */
  public static String begun(RequestSpecification caller, String file, String path) {
    return path(send(caller, file, path).statusCode(202));
  }

  public static String path(ValidatableResponse accepted) {
    return accepted.extract().header("Location").replaceFirst(".*/api/v1", "");
  }

  public static ValidatableResponse ended(RequestSpecification caller, String path)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Response told = caller.get(path);
      assertEquals(200, told.statusCode());
      String status = OpenApi.json(told.asString()).path("status").textValue();
      if (!List.of("WAITING", "RUNNING").contains(status)) {
        return told.then();
      }
      assertTrue(Instant.now().isBefore(end), status);
      Thread.sleep(100);
    }
  }

  /** Waits until the import is there. */
  public static void reached(RequestSpecification caller, String path, String member)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (OpenApi.json(caller.get(path).asString()).path(member).intValue() == 0) {
      assertTrue(Instant.now().isBefore(end), member);
      Thread.sleep(20);
    }
  }
}
