package org.grappe.shared.read;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.shared.Ref;

/** A source that a record cites; its name is filled in for a whole page at once. */
@Schema(name = "SourceReference", ref = "Reference")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class SourceRef {
  private final UUID id;
  private String name;

  SourceRef(UUID id) {
    this.id = id;
  }

  void name(String title) {
    this.name = title;
  }

  /** The same as a reference of any kind. */
  public Ref ref() {
    return new Ref(id, name, null);
  }
}
