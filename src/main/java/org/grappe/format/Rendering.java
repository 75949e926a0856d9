package org.grappe.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.grappe.http.Formats;
import org.grappe.problem.JsonLine;
import org.grappe.query.Page;
import org.grappe.query.View;
import org.grappe.value.Digest;

/** Turns what is answered into JSON with the entity tag that belongs to it. */
@Singleton
public class Rendering {
  private final ObjectMapper mapper;

  /** One whose trees keep decimals as they are. */
  private final ObjectMapper exact;

  Rendering(ObjectMapper mapper) {
    this.mapper = mapper;
    this.exact = mapper.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  /** What writes decimals as they are, also those of trees. */
  ObjectMapper exact() {
    return exact;
  }

  /** The answer, or of its items what was asked for, alone or beside all else. */
  private Object told(Object answer) {
    if (answer instanceof Page<?> page && (page.fields() != null || page.expanded() != null)) {
      JsonNode whole = exact.valueToTree(page);
      whole.path("items").forEach(item -> tell(page, (ObjectNode) item));
      return whole;
    }
    return answer;
  }

  private static void tell(Page<?> page, ObjectNode item) {
    if (page.expanded() != null) {
      page.expanded().into(item);
    }
    if (page.fields() != null) {
      page.fields().of(item);
    }
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
      byte[] bytes = JsonLine.of(mapper, told(answer));
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
