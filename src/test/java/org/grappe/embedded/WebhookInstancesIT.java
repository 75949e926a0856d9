package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances write and send, one is killed and comes back; the receiver fails now and then:
 * every write comes, and each record's in their order.
 */
class WebhookInstancesIT {
  private static final String KEY = "a-key-for-the-tests-alone";
  private static final int WRITERS = 4;

  /** Each writer writes so often at most, for slow machines send slowly, too. */
  private static final int WRITES = Effort.of(300, 100);

  /** Without anything that comes it is over after this; however slow, after the other. */
  private static final Duration STANDSTILL = Duration.ofSeconds(60);

  private static final Duration LONGEST = Duration.ofMinutes(10);
  @TempDir Path directory;

  /** The versions of each record, as they came first. */
  private final Map<String, List<Long>> versions = new ConcurrentHashMap<>();

  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Random chance = new Random(1);

  @Test
  void nothing_is_lost_and_each_record_is_told_in_order() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    receiver.setExecutor(threads);
    receiver.createContext("/", this::take);
    receiver.start();
    try (EmbeddedPostgres database =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
            .start()) {
      PackagedService first = start(database, "first");
      PackagedService second = start(database, "second");
      try {
        Instances instances = new Instances(List.of(first.api(), second.api()), KEY);
        HttpResponse<String> made =
            instances.ask(
                "POST",
                "/webhooks",
                "application/json",
                "{\"address\":\"http://127.0.0.1:%d/\",\"types\":[\"ORGANISATION\"]}"
                    .formatted(receiver.getAddress().getPort()));
        assertEquals(201, made.statusCode(), made.body());
        Map<String, Long> written = new ConcurrentHashMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(Effort.of(30, 10)).toNanos();
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          Random own = new Random(i);
          writing.add(threads.submit(() -> write(instances, written, own, end)));
        }
        Thread.sleep(4_000);
        instances.leave(0);
        first.killed();
        Thread.sleep(1_000);
        first = start(database, "first");
        instances.join(0, first.api());
        for (Future<?> one : writing) {
          one.get();
        }
        assertTrue(written.size() > 20, written.size() + " records");
        awaitTold(written);
        versions.forEach(
            (id, all) -> assertEquals(all.stream().sorted().toList(), all, "in order: " + id));
        System.out.printf(
            "sent: %d records, %d events, %d of them more than once, %s%n",
            written.size(),
            ids.size(),
            ids.values().stream().filter(count -> count > 1).count(),
            instances);
      } finally {
        first.close();
        second.close();
      }
    } finally {
      receiver.stop(0);
      threads.shutdownNow();
    }
  }

  /** As long as anything goes on to come. */
  private void awaitTold(Map<String, Long> written) throws InterruptedException {
    long begun = System.nanoTime();
    long progress = begun;
    for (int last = ids.size(); !isTold(written); Thread.sleep(100)) {
      long now = System.nanoTime();
      if (ids.size() > last) {
        last = ids.size();
        progress = now;
      }
      assertTrue(now - progress < STANDSTILL.toNanos(), () -> "no more comes: " + missing(written));
      assertTrue(now - begun < LONGEST.toNanos(), () -> "too late: " + missing(written));
    }
    System.out.printf("%d ms after the last write%n", (System.nanoTime() - begun) / 1_000_000);
  }

  private boolean isTold(Map<String, Long> written) {
    return missing(written).isEmpty();
  }

  private List<String> missing(Map<String, Long> written) {
    return written.entrySet().stream()
        .filter(one -> !versions.getOrDefault(one.getKey(), List.of()).contains(one.getValue()))
        .map(Object::toString)
        .toList();
  }

  /** Makes records and changes them; an answer that was lost with its instance counts for none. */
  private static void write(
      Instances instances, Map<String, Long> written, Random random, long end) {
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < WRITES && System.nanoTime() < end; i++) {
      pause();
      if (mine.size() < 10) {
        String id =
            instances.make(
                "/organisations", "{\"name\":\"O%d-%d\",\"kind\":\"COMPANY\"}".formatted(i, end));
        if (id != null) {
          mine.add(id);
          written.putIfAbsent(id, 0L);
        }
      } else {
        String id = mine.get(random.nextInt(mine.size()));
        HttpResponse<String> answer =
            instances.ask(
                "PATCH",
                "/organisations/" + id,
                "application/merge-patch+json",
                "{\"remarks\":\"r%d\"}".formatted(i),
                "If-Match",
                "*");
        if (answer != null && answer.statusCode() == 200) {
          String etag = answer.headers().firstValue("ETag").orElseThrow();
          written.put(id, Long.parseLong(etag.substring(1, etag.indexOf('-'))));
        }
        if (random.nextInt(8) == 0) {
          mine.remove(id);
        }
      }
    }
  }

  /** So that writing goes on while an instance is killed and comes back. */
  private static void pause() {
    try {
      Thread.sleep(80);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode event =
        OpenApi.json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String token = event.path("data").path("challenge").asText();
    boolean isTaken;
    synchronized (chance) {
      isTaken = !token.isEmpty() || chance.nextInt(10) > 0;
    }
    if (isTaken && token.isEmpty()) {
      boolean isNew = ids.merge(event.path("id").asText(), 1, Integer::sum) == 1;
      List<Long> known =
          versions.computeIfAbsent(
              event.path("data").path("id").asText(), id -> new CopyOnWriteArrayList<>());
      if (isNew) {
        known.add(event.path("data").path("version").asLong());
      }
    }
    byte[] body = token.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isTaken ? 200 : 500, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private PackagedService start(EmbeddedPostgres database, String instance) throws Exception {
    return PackagedService.in(
            Files.createDirectories(directory.resolve(instance)),
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "postgres",
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                "8",
                "GRAPPE_WEBHOOK_LOOPBACK",
                "true",
                "GRAPPE_WEBHOOK_PAUSE",
                "200ms",
                "GRAPPE_WEBHOOK_TIMEOUT",
                "3s",
                "GRAPPE_DEMO",
                "false",
                "GRAPPE_ADMIN_KEY",
                KEY))
        .ready();
  }
}
