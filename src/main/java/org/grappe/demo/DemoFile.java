package org.grappe.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The data file: requests in the order in which they are made. */
final class DemoFile {
  private static final String NAME = "/demo/facts.yaml";
  private static final JsonMapper MAPPER = new JsonMapper();

  private DemoFile() {}

  /**
   * A request to the API.
   *
   * @param path where it is posted, below {@code /api/v1}
   * @param id the id of the record that it makes, the same on every machine
   */
  record Entry(String path, Optional<UUID> id, ObjectNode body) {}

  @SuppressWarnings("unchecked") // the file is this project's own, and a test reads all of it
  static List<Entry> read() {
    try (InputStream file = DemoFile.class.getResourceAsStream(NAME)) {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(Integer.MAX_VALUE);
      List<Map<String, Object>> entries =
          (List<Map<String, Object>>) new Yaml(new SafeConstructor(options)).<Object>load(file);
      return entries.stream().map(DemoFile::entry).toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static Entry entry(Map<String, Object> entry) {
    return new Entry(
        (String) entry.get("post"),
        Optional.ofNullable((String) entry.get("id")).map(UUID::fromString),
        MAPPER.valueToTree(entry.get("body")));
  }
}
