package org.grappe.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.grappe.testing.OpenApi.Operation;

/**
 * Calls past RestAssured, for what is called by the thousand: it takes more time to send a request,
 * and to compile the path of what is looked for, than the service takes to answer.
 */
public final class Wire {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT;

  static {
    // shorter than any service of the tests keeps a connection
    System.setProperty("jdk.httpclient.keepalive.timeout", "2");
    CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private Wire() {}

  /** A request, ready to be sent. */
  public record Call(HttpRequest.Builder request) {
    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /** With this key or token. */
    public Call bearer(String credential) {
      return header("Authorization", "Bearer " + credential);
    }

    public HttpResponse<String> send() {
      try {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
      } catch (IOException lost) {
        throw new UncheckedIOException(request.build() + "", lost);
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
    }

    public int status() {
      return send().statusCode();
    }
  }

  /** A request without a body. */
  public static Call call(String method, String address) {
    return call(method, address, BodyPublishers.noBody());
  }

  /** A request with a text, octets, or whatever else becomes JSON. */
  public static Call call(String method, String address, String type, Object body) {
    return call(method, address, published(body)).header("Content-Type", type);
  }

  /** What the document offers, to whatever version there is. */
  public static Call call(Operation operation, String address, Object body) {
    return switch (operation.method()) {
      case "GET" -> call("GET", address);
      case "DELETE" -> call("DELETE", address).header("If-Match", "*");
      case "PATCH" ->
          call("PATCH", address, "application/merge-patch+json", body).header("If-Match", "*");
      default -> call("POST", address, type(operation, body), body);
    };
  }

  /** The type of a body that is posted. */
  static String type(Operation operation, Object body) {
    if (operation.path().endsWith("/ics")) {
      return "text/calendar";
    }
    return body instanceof String ? "text/csv" : "application/json";
  }

  /** The answer of this status as JSON. */
  public static JsonNode json(Call call, int status) {
    HttpResponse<String> answer = call.send();
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%s: %d instead of %d: %s"
              .formatted(call.request().build(), answer.statusCode(), status, answer.body()));
    }
    return OpenApi.json(answer.body());
  }

  private static Call call(String method, String address, BodyPublisher body) {
    return new Call(
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
            .method(method, body));
  }

  private static BodyPublisher published(Object body) {
    try {
      return body instanceof String text
          ? BodyPublishers.ofString(text)
          : BodyPublishers.ofByteArray(
              body instanceof byte[] octets ? octets : MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
