package org.grappe.value;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Gives each new record its id: a UUID, version 7 (RFC 9562), or one that is known beforehand. */
@ApplicationScoped
public class Ids {
  private static final ThreadLocal<UUID> GIVEN = new ThreadLocal<>();

  /** The id for a record about to be made. */
  public UUID next() {
    UUID known = GIVEN.get();
    GIVEN.remove();
    return known != null ? known : fresh();
  }

  /** An id that nothing has. */
  public static UUID fresh() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  /** Does something whose first new record gets this id, as the demo data set's records do. */
  public <T> T giving(UUID id, Supplier<T> act) {
    GIVEN.set(id);
    try {
      return act.get();
    } finally {
      GIVEN.remove();
    }
  }
}
