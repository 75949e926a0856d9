package org.grappe.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.grappe.http.Formats;
import org.grappe.query.View;
import org.grappe.value.Digest;

/** Turns what is answered into JSON with the entity tag that belongs to it. */
@Singleton
public class Rendering {
  private final ObjectMapper mapper;

  Rendering(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The record as JSON-LD, with the tag of this version and form. */
  Rendered linked(LinkedData record, String base) {
    Rendered plain = of(record.linkedData(base));
    String version = record instanceof View view ? view.version() + "-" : "";
    return new Rendered(plain.bytes(), "\"" + version + plain.etag().substring(1), Formats.JSON_LD);
  }

  /** The JSON; for a record the tag begins with its version, which {@code If-Match} compares. */
  public Rendered of(Object answer) {
    if (answer instanceof Rendered already) {
      return already;
    }
    try {
      byte[] bytes = mapper.writeValueAsBytes(answer);
      String hash = Digest.shortHash(bytes);
      return new Rendered(
          bytes,
          answer instanceof View view
              ? "\"" + view.version() + "-" + hash + "\""
              : "\"" + hash + "\"");
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("an answer cannot be written", unwritable);
    }
  }
}
