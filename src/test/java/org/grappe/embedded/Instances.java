package org.grappe.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.testing.OpenApi;

/** Several instances of the service, asked in no order; some may have gone. */
final class Instances {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> addresses;
  private final String key;
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  Instances(List<String> addresses, String key) {
    this.addresses = new CopyOnWriteArrayList<>(addresses);
    this.key = key;
  }

  void leave(int which) {
    addresses.set(which, addresses.get(1 - which));
  }

  void join(int which, String address) {
    addresses.set(which, address);
  }

  /** The answer; null where there is none, for the instance has gone. */
  HttpResponse<String> ask(
      String method, String path, String type, String body, String... headers) {
    String address = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!method.equals("GET")) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      answers.merge(method + " " + answer.statusCode(), 1, Integer::sum);
      return answer;
    } catch (IOException gone) {
      answers.merge("gone", 1, Integer::sum);
      return null;
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  String make(String path, String body) {
    HttpResponse<String> answer = ask("POST", path, "application/json", body);
    return answer == null || answer.statusCode() != 201
        ? null
        : OpenApi.json(answer.body()).path("id").asText();
  }

  /** What is there, asked until it is answered. */
  String text(String path) {
    while (true) {
      HttpResponse<String> answer = ask("GET", path, "application/json", null);
      if (answer != null && answer.statusCode() == 200) {
        return answer.body();
      }
    }
  }

  HttpResponse<String> get(String path) {
    return ask("GET", path, "application/json", null);
  }

  int status(String path) {
    return get(path).statusCode();
  }

  @Override
  public String toString() {
    return answers.toString();
  }
}
