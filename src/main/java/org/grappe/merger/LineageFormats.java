package org.grappe.merger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.value.Ref;

/** A family for those who draw it, and for those who link data. */
final class LineageFormats {
  static final String MERMAID = "text/vnd.mermaid";
  static final String JSON_LD = "application/ld+json";
  private static final String ORG = "http://www.w3.org/ns/org#";

  private LineageFormats() {}

  /**
   * A flowchart of Mermaid: clusters as boxes, mergers as circles with their day, takeovers as
   * hexagons, divisions as flags.
   */
  static String mermaid(Lineage family) {
    Map<UUID, String> nodes = new HashMap<>();
    StringBuilder chart = new StringBuilder("flowchart LR\n");
    for (Lineage.Member cluster : family.clusters()) {
      nodes.put(cluster.id(), "c" + nodes.size());
      chart.append("  %s[\"%s\"]\n".formatted(nodes.get(cluster.id()), text(cluster.name())));
    }
    int number = 0;
    for (Lineage.Union merger : family.mergers()) {
      String node = "m" + number++;
      String shape =
          merger.kind() == Merger.Kind.TAKEOVER ? "  %s{{\"%s\"}}\n" : "  %s((\"%s\"))\n";
      chart.append(shape.formatted(node, merger.effectiveOn()));
      for (Ref party : merger.parties()) {
        chart.append("  %s --> %s\n".formatted(nodes.get(party.id()), node));
      }
      chart.append("  %s --> %s\n".formatted(node, nodes.get(merger.result().id())));
    }
    for (Lineage.Split division : family.divisions()) {
      String node = "d" + number++;
      chart.append("  %s>\"%s\"]\n".formatted(node, division.effectiveOn()));
      chart.append("  %s --> %s\n".formatted(nodes.get(division.cluster().id()), node));
      for (Ref result : division.results()) {
        chart.append("  %s --> %s\n".formatted(node, nodes.get(result.id())));
      }
    }
    return chart.toString();
  }

  /** What is no letter, digit or space could end the text or mean something in it. */
  private static String text(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == '-') {
                text.appendCodePoint(c);
              } else {
                text.append('#').append(c).append(';');
              }
            });
    return text.toString();
  }

  /** The W3C's Organization Ontology: a merger is a change event. */
  static Map<String, Object> linkedData(Lineage family) {
    List<Object> graph = new ArrayList<>();
    for (Lineage.Member cluster : family.clusters()) {
      Map<String, Object> node = node(cluster.id(), "org:Organization");
      node.put("skos:prefLabel", cluster.name());
      node.put("org:identifier", cluster.slug());
      graph.add(node);
    }
    for (Lineage.Union merger : family.mergers()) {
      Map<String, Object> node = node(merger.id(), "org:ChangeEvent");
      node.put("dcterms:date", merger.effectiveOn().text());
      node.put(
          "org:originalOrganization", merger.parties().stream().map(LineageFormats::ref).toList());
      node.put("org:resultingOrganization", ref(merger.result()));
      graph.add(node);
    }
    for (Lineage.Split division : family.divisions()) {
      Map<String, Object> node = node(division.id(), "org:ChangeEvent");
      node.put("dcterms:date", division.effectiveOn().text());
      node.put("org:originalOrganization", ref(division.cluster()));
      // a cluster that goes on comes of it, too
      Stream<Ref> goesOn =
          division.kind() == Division.Kind.SPLIT ? Stream.of() : Stream.of(division.cluster());
      node.put(
          "org:resultingOrganization",
          Stream.concat(goesOn, division.results().stream()).map(LineageFormats::ref).toList());
      graph.add(node);
    }
    return Map.of(
        "@context",
        Map.of(
            "org", ORG,
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "dcterms", "http://purl.org/dc/terms/"),
        "@graph",
        graph);
  }

  private static Map<String, Object> node(UUID id, String type) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@id", "urn:uuid:" + id);
    node.put("@type", type);
    return node;
  }

  private static Map<String, String> ref(Ref cluster) {
    return Map.of("@id", "urn:uuid:" + cluster.id());
  }
}
