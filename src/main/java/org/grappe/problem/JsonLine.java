package org.grappe.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;

/** A body as it is sent: JSON, and the end of its line, so that a terminal's next begins anew. */
public final class JsonLine {
  private JsonLine() {}

  /** The value in UTF-8. */
  public static byte[] of(ObjectMapper mapper, Object value) throws JsonProcessingException {
    byte[] json = mapper.writeValueAsBytes(value);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }
}
