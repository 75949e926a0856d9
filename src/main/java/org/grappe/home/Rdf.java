package org.grappe.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of RDF, as a tree that begins with what they are about. */
final class Rdf {
  /** What names begin with that are written short. */
  static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("dcat", "http://www.w3.org/ns/dcat#");
    PREFIXES.put("dct", "http://purl.org/dc/terms/");
    PREFIXES.put("foaf", "http://xmlns.com/foaf/0.1/");
    PREFIXES.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    PREFIXES.put("skos", "http://www.w3.org/2004/02/skos/core#");
    PREFIXES.put("vcard", "http://www.w3.org/2006/vcard/ns#");
  }

  private Rdf() {}

  /** What a statement says of its subject. */
  sealed interface Value permits Text, Thing {}

  /** In a language, by its tag. */
  record Text(String text, String language) implements Value {}

  /**
   * A thing and what is said of it.
   *
   * @param id its address; null where it has none
   * @param type its short name; null where nothing is said of it
   */
  record Thing(String id, String type, Map<String, List<Value>> said) implements Value {
    Thing(String id, String type) {
      this(id, type, new LinkedHashMap<>());
    }

    /** The same, of which this is said too. */
    Thing with(String property, Value value) {
      said.computeIfAbsent(property, none -> new ArrayList<>()).add(value);
      return this;
    }

    /** The same with a sentence in French and in English. */
    Thing with(String property, List<String> texts) {
      return with(property, new Text(texts.get(0), "fr"))
          .with(property, new Text(texts.get(1), "en"));
    }
  }
}
