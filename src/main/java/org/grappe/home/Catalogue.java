package org.grappe.home;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grappe.config.GrappeConfig;
import org.grappe.home.Datasets.Dataset;
import org.grappe.home.Rdf.Text;
import org.grappe.home.Rdf.Thing;
import org.grappe.http.FormatSuffix;
import org.grappe.http.Formats;
import org.grappe.http.PublicAddress;

/** What portals of open data harvest: the catalogue of all files (DCAT-AP 3). */
@Singleton
class Catalogue {
  private static final String EU = "http://publications.europa.eu/resource/authority/";

  private final Datasets datasets;
  private final PublicAddress address;
  private final GrappeConfig config;

  Catalogue(Datasets datasets, PublicAddress address, GrappeConfig config) {
    this.datasets = datasets;
    this.address = address;
    this.config = config;
  }

  /** It, as the registry is now. */
  Thing now() {
    String base = address.base();
    Thing catalogue = said(new Thing(base + "/catalog", "dcat:Catalog"), datasets.catalogue());
    published(catalogue)
        .with("dct:license", licence())
        .with("foaf:homepage", new Thing(base + "/", "foaf:Document"));
    datasets.all().forEach(one -> catalogue.with("dcat:dataset", dataset(base, one)));
    return catalogue;
  }

  private Thing dataset(String base, Dataset dataset) {
    String id = base + "/catalog#" + dataset.path().replace('/', '-');
    Thing thing = said(new Thing(id, "dcat:Dataset"), dataset.said());
    published(thing)
        .with("dcat:contactPoint", contact(base))
        .with("dcat:theme", theme())
        .with("dct:accrualPeriodicity", new Thing(EU + "frequency/UPDATE_CONT", "dct:Frequency"));
    dataset
        .formats()
        .forEach(type -> thing.with("dcat:distribution", distribution(base, id, dataset, type)));
    return thing;
  }

  private static Thing distribution(String base, String id, Dataset dataset, String type) {
    boolean isCsv = type.equals(Formats.CSV);
    String list = base + "/api/v1/" + dataset.path();
    String file = list + (isCsv ? ".csv" : ".ndjson");
    Thing thing =
        new Thing(id + (isCsv ? "-csv" : "-ndjson"), "dcat:Distribution")
            .with("dct:title", new Text(isCsv ? "CSV" : "NDJSON", "en"))
            .with("dcat:accessURL", new Thing(file, "rdfs:Resource"))
            .with("dcat:downloadURL", new Thing(file, "rdfs:Resource"))
            .with("dct:license", licence())
            .with(
                "dct:format",
                new Thing(EU + "file-type/" + (isCsv ? "CSV" : "JSON"), "dct:MediaTypeOrExtent"));
    if (isCsv) {
      thing
          .with(
              "dcat:mediaType",
              new Thing("http://www.iana.org/assignments/media-types/" + type, "dct:MediaType"))
          .with("dct:conformsTo", new Thing(list + FormatSuffix.SCHEMA, "dct:Standard"));
    }
    if (dataset.said().containsKey("conformsTo")) {
      thing.with(
          "dct:conformsTo", new Thing(dataset.said().get("conformsTo").toString(), "dct:Standard"));
    }
    return thing;
  }

  @SuppressWarnings("unchecked") // as the file is written
  private static Thing said(Thing thing, Map<String, Object> said) {
    List<String> title = (List<String>) said.get("title");
    return thing
        .with("dct:title", title)
        .with("dct:description", (List<String>) said.getOrDefault("description", title));
  }

  /**
   * What catalogue and datasets have in common. When something was last written is not among it: it
   * would tell of what is not public, too.
   */
  private Thing published(Thing thing) {
    return thing
        .with(
            "dct:publisher",
            new Thing(address.base() + "/catalog#publisher", "foaf:Agent")
                .with("foaf:name", new Text(config.publisher(), "fr")))
        .with("dct:language", new Thing(EU + "language/FRA", "dct:LinguisticSystem"))
        .with("dct:spatial", new Thing(EU + "country/FRA", "dct:Location"));
  }

  private static Thing theme() {
    return new Thing(EU + "data-theme/ECON", "skos:Concept")
        .with("skos:prefLabel", List.of("Économie et finances", "Economy and finance"));
  }

  private Thing contact(String base) {
    String contact = config.contact().orElse(base + "/");
    return new Thing(base + "/catalog#contact", "vcard:Kind")
        .with("vcard:fn", new Text(config.publisher(), "fr"))
        .with(means(contact), new Thing(contact, null));
  }

  private static String means(String contact) {
    return switch (contact.substring(0, contact.indexOf(':')).toLowerCase(Locale.ROOT)) {
      case "mailto" -> "vcard:hasEmail";
      case "tel" -> "vcard:hasTelephone";
      default -> "vcard:hasURL";
    };
  }

  private static Thing licence() {
    return new Thing(Formats.DATA_LICENCE, "dct:LicenseDocument");
  }
}
