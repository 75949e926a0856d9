package org.grappe.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;

/** A service that is running somewhere. */
public final class Remote {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofMinutes(31);

  /** The service sends something every now and then, however long an answer takes. */
  private static final Duration TO_GO_ON = Duration.ofMinutes(2);

  private static final int ATTEMPTS = 6;
  private final HttpClient client;
  private final ServiceAddress address;
  private final Optional<Key> key;
  private final Terminal terminal;

  private Remote(ServiceAddress address, Optional<Key> key, Terminal terminal) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .sslContext(Tls.of(address))
            .build();
    this.address = address;
    this.key = key;
    this.terminal = terminal;
  }

  static Remote at(ServiceAddress address, Optional<Key> key, Terminal terminal) {
    if (key.isPresent() && address.isInTheClear()) {
      terminal.tell("key.in-the-clear", address.base());
    }
    return new Remote(address, key, terminal);
  }

  /** Whether it is told a key. */
  public boolean hasKey() {
    return key.isPresent();
  }

  /** Where that is asked for. */
  public String address(Target target) {
    return address.of(target).toString();
  }

  /** What is answered to a question, whatever its status is. */
  public Reply get(Target target, String accept) {
    return ask("GET", target, Map.of("Accept", accept), BodyPublishers.noBody());
  }

  /**
   * The JSON of an answer.
   *
   * @throws Failure where there is none
   */
  public JsonNode read(Target target) {
    try (Reply reply = get(target, "application/json")) {
      return reply.required().json();
    }
  }

  /**
   * What is answered to a request; one that is told to come again does so, a few times.
   *
   * @param body given anew for each attempt
   */
  public Reply ask(String method, Target target, Map<String, String> headers, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.of(target))
            .timeout(TO_ANSWER)
            .header("Accept-Language", terminal.texts().locale().getLanguage())
            .header("User-Agent", "grappe-command-line")
            .method(method, body);
    headers.forEach(request::header);
    key.ifPresent(known -> request.header("Authorization", known.header()));
    Reply reply = once(request.build());
    for (int i = 1; i < ATTEMPTS && reply.isToComeAgain(); i++) {
      reply.close();
      Pause pause = Pause.askedBy(reply);
      terminal.tell("remote.again", reply.status(), pause.seconds());
      pause.pass();
      reply = once(request.build());
    }
    return reply;
  }

  private Reply once(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      InputStream body = new HeardBody(response.body(), TO_GO_ON, address.base());
      return new Reply(
          response.statusCode(), response.headers(), body, address.base(), key.isPresent());
    } catch (IOException unreachable) {
      throw unreachable.getMessage() == null
          ? Failure.unreachable("remote.nobody", address.base())
          : Failure.unreachable("remote.unreachable", address.base(), unreachable.getMessage());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw Failure.unreachable("remote.interrupted");
    }
  }
}
