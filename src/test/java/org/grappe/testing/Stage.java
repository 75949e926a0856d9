package org.grappe.testing;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.testing.OpenApi.Operation;

/** The records that a crowd acts on, the newest of each collection. */
final class Stage {
  /** So few of a collection are acted on that writers meet. */
  private static final int FEW = 12;

  private static final Pattern PLACE = Pattern.compile("^(.*?)\\{(\\w+)}(.*)$");
  private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
  private final StageBodies bodies = new StageBodies(this);

  StageBodies bodies() {
    return bodies;
  }

  /** The first records. */
  void fill() {
    Random random = new Random(1);
    for (int i = 0; i < 6; i++) {
      put("/clusters", with(aCluster(), "foundedOn", "2000"));
      put("/organisations", anOrganisation());
    }
    for (String collection :
        List.of("/conventions", "/events", "/mergers", "/divisions", "/memberships")) {
      for (int i = 0; i < 6; i++) {
        put(collection, bodies.record(collection.substring(1), random));
      }
    }
  }

  private String put(String collection, Map<String, Object> body) {
    String address = "/api/v1" + collection + "/" + make(collection, body);
    keep("/api/v1" + collection, address);
    return address;
  }

  private void keep(String collection, String address) {
    List<String> all = addresses.computeIfAbsent(collection, c -> new CopyOnWriteArrayList<>());
    all.add(address);
    if (all.size() > FEW) {
      all.remove(0);
    }
  }

  /** Keeps what was made, and forgets what is no more. */
  void note(Operation operation, String address, HttpResponse<String> answer) {
    String made = answer.headers().firstValue("Location").orElse(null);
    if (answer.statusCode() == 201 && made != null) {
      keep(template(operation.path()), made.replaceFirst("^https?://[^/]+", ""));
    } else if (answer.statusCode() == 204 || answer.statusCode() == 404) {
      addresses.values().forEach(all -> all.remove(address));
    }
  }

  /** Where an operation is called, on a record that is there; none where there is none yet. */
  Optional<String> address(String template, Random random) {
    Matcher place = PLACE.matcher(template);
    if (!place.matches()) {
      return Optional.of(template + (template.endsWith("/ics") ? "?host=" + cluster(random) : ""));
    }
    if (place.group(2).equals("date")) {
      return address(
          place.group(1) + LocalDate.of(2030, 1, 8).plusWeeks(random.nextInt(3)) + place.group(3),
          random);
    }
    String collection = place.group(1).replaceFirst("/$", "");
    return any(collection, random)
        .flatMap(
            one ->
                address(
                    // what stands further on belongs to this very record
                    one + place.group(3), random));
  }

  /** The records of a collection, that of an owner too. */
  private Optional<String> any(String collection, Random random) {
    List<String> all =
        addresses.getOrDefault(template(collection), List.of()).stream()
            .filter(one -> one.startsWith(collection + "/"))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** A collection without the ids of its owners. */
  private static String template(String path) {
    return path.replaceAll("\\{\\w+}|[0-9a-f]{8}-[0-9a-f-]{27}", "_");
  }

  String id(String collection, Random random) {
    String address =
        any("/api/v1/" + collection, random)
            .orElseGet(() -> put("/" + collection, bodies.record(collection, random)));
    return address.substring(address.lastIndexOf('/') + 1);
  }

  String cluster(Random random) {
    return id("clusters", random);
  }

  List<String> pair(Random random) {
    String one = cluster(random);
    String other = cluster(random);
    return one.equals(other) ? pair(random) : List.of(one, other);
  }
}
