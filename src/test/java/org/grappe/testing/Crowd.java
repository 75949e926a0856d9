package org.grappe.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.grappe.testing.OpenApi.Operation;

/**
 * Writers who do whatever the document offers, at random and on the same few records. An operation
 * that is new is among their acts by itself.
 */
public final class Crowd {
  /** What no crowd does. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          // reads every table from end to end; by itself
          "POST /api/v1/people/erasure",
          // there is no long import in the scene
          "POST /api/v1/imports/{id}/cancellation",
          // would end what the others act with
          "DELETE /api/v1/credentials/{id}",
          "DELETE /api/v1/clusters/{cluster}");

  private final List<Operation> acts;
  private final Stage stage = new Stage();
  private final Map<String, Map<Integer, Integer>> tally = new ConcurrentSkipListMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /** A crowd, and the first records that it acts on. */
  public Crowd(OpenApi api) {
    this.acts =
        api.operations()
            .filter(operation -> !operation.method().equals("GET"))
            .filter(operation -> !LEFT_OUT.contains(operation.toString()))
            .toList();
    stage.fill();
  }

  /** One writer's acts, one after the other. */
  public void act(Random random, BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean()) {
      Operation operation = acts.get(random.nextInt(acts.size()));
      stage
          .address(operation.path(), random)
          .ifPresent(
              address -> {
                Object body = stage.bodies().of(operation, random);
                HttpResponse<String> answer =
                    Wire.call(operation, address, body).bearer(Api.ADMIN_KEY).send();
                int status = answer.statusCode();
                tally
                    .computeIfAbsent(operation.toString(), act -> new ConcurrentHashMap<>())
                    .merge(status, 1, Integer::sum);
                if (status >= 500) {
                  failures.add(operation + " " + address + " " + status + " " + answer.body());
                }
                stage.note(operation, address, answer);
              });
    }
  }

  /** How often each act was answered how. */
  public Map<String, Map<Integer, Integer>> tally() {
    return new TreeMap<>(tally);
  }

  /** What should not have failed. */
  public List<String> failures() {
    return List.copyOf(failures);
  }
}
