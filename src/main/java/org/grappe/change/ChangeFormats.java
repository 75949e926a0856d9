package org.grappe.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.grappe.position.FeedCursors;

/** Changes as they are sent. */
@Singleton
class ChangeFormats {
  static final String EVENTS = "text/event-stream";
  private final ObjectMapper mapper;
  private final FeedCursors cursors;

  ChangeFormats(ObjectMapper mapper, FeedCursors cursors) {
    this.mapper = mapper;
    this.cursors = cursors;
  }

  /**
   * A page.
   *
   * @param next the address of the next, up to its cursor
   */
  Changes page(ChangeLog.Slice slice, String next) {
    String cursor = cursors.write(slice.end());
    return new Changes(slice.items(), next + cursor, cursor, slice.more());
  }

  byte[] json(ChangeLog.Slice slice, String next) {
    return (json(page(slice, next)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** An event for each item; behind the last, or where there is none, the place by itself. */
  String events(ChangeLog.Slice slice) {
    StringBuilder text = new StringBuilder();
    for (Change item : slice.items()) {
      text.append("id: ").append(item.cursor()).append("\ndata: ").append(json(item));
      text.append("\n\n");
    }
    String cursor = cursors.write(slice.end());
    return text.append(": ")
        .append(cursor)
        .append("\nid: ")
        .append(cursor)
        .append("\n\n")
        .toString();
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
