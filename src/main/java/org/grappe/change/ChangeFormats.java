package org.grappe.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.grappe.format.Rendered;
import org.grappe.format.Rendering;
import org.grappe.position.FeedCursors;

/** Changes as they are sent. */
@Singleton
class ChangeFormats {
  static final String EVENTS = "text/event-stream";
  private final ObjectMapper mapper;
  private final FeedCursors cursors;
  private final Rendering rendering;

  ChangeFormats(ObjectMapper mapper, FeedCursors cursors, Rendering rendering) {
    this.mapper = mapper;
    this.cursors = cursors;
    this.rendering = rendering;
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

  /** The same with its entity tag, for who sends it by himself. */
  Rendered json(ChangeLog.Slice slice, String next) {
    return rendering.of(page(slice, next));
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
