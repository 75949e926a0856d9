package org.grappe.query;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source that a record cites; its name is filled in for a whole page at once. */
@Schema(name = "SourceReference", ref = "Reference")
public final class SourceRef {
  private final UUID id;
  private String name;

  SourceRef(UUID id) {
    this.id = id;
  }

  void name(String title) {
    this.name = title;
  }

  public UUID getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
