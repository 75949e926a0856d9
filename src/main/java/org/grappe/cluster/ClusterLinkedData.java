package org.grappe.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cluster as search engines want to read of it: schema.org's {@code Organization}. */
final class ClusterLinkedData {
  private ClusterLinkedData() {}

  static Map<String, Object> of(ClusterView cluster, String base) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Organization");
    data.put("@id", base + "/api/v1/clusters/" + cluster.slug());
    data.put("name", cluster.name());
    data.put("alternateName", names(cluster));
    data.put("description", cluster.description());
    data.put("url", cluster.website());
    data.put("foundingDate", cluster.foundedOn());
    data.put("dissolutionDate", cluster.dissolvedOn());
    data.put("address", address(cluster));
    data.put("identifier", identifiers(cluster));
    data.values().removeIf(value -> value == null || List.of().equals(value));
    return data;
  }

  private static List<String> names(ClusterView cluster) {
    List<String> names = new ArrayList<>();
    if (cluster.acronym() != null) {
      names.add(cluster.acronym());
    }
    names.addAll(cluster.otherNames());
    cluster.periods().stream()
        .map(ClusterPeriod::name)
        .filter(name -> !name.equals(cluster.name()) && !names.contains(name))
        .forEach(names::add);
    return names;
  }

  private static Map<String, Object> address(ClusterView cluster) {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("@type", "PostalAddress");
    if (cluster.city() != null) {
      address.put("addressLocality", cluster.city());
    }
    if (cluster.region() != null) {
      address.put("addressRegion", cluster.region().name());
    }
    address.put("addressCountry", "FR");
    return address;
  }

  private static List<Object> identifiers(ClusterView cluster) {
    List<Object> identifiers = new ArrayList<>();
    identify("SIREN", cluster.siren(), identifiers);
    identify("SIRET", cluster.siret(), identifiers);
    identify("RNA", cluster.rna(), identifiers);
    return identifiers;
  }

  private static void identify(String register, String number, List<Object> identifiers) {
    if (number != null) {
      identifiers.add(Map.of("@type", "PropertyValue", "propertyID", register, "value", number));
    }
  }
}
