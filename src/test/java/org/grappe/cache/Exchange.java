package org.grappe.cache;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request, and its answer as it comes, with nothing unpacked. */
record Exchange(String method, String address, List<String> headers) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Exchange(String method, String address, String type) {
    this(method, address, List.of("Accept", type));
  }

  /** What asks for the same, so that memory is not asked: what is said twice is not looked at. */
  Exchange past() {
    return with(List.of("Accept-Language", "en", "Accept-Language", "en"));
  }

  /** Until the service knows how far the registry is. */
  static void awaitMemory() throws InterruptedException {
    Exchange index = new Exchange("GET", "/api/v1", "application/json");
    while (!index.ask().isHit()) {
      Thread.sleep(20);
    }
  }

  Exchange with(List<String> more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(more);
    return new Exchange(method, address, all);
  }

  Exchange with(Map<String, String> more) {
    return with(
        more.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toList());
  }

  Response ask() {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .headers(headers.toArray(String[]::new))
            .build();
    try {
      HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Response(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }
}
