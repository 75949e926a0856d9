package org.grappe.record;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A record of the registry: what a request wrote, and the service's own account of it.
 *
 * @param <C> what a request may write, checked when it was read
 */
@MappedSuperclass
public abstract class StoredRecord<C extends Record> {
  @Id private UUID id;

  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** What was last written. */
  public abstract C content();

  /** Takes what a request says; the entity's own rules are checked here. */
  protected abstract void write(C content);

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** When it was last written, or is being written. */
  protected Instant changedAt() {
    return updatedAt;
  }

  void create(UUID id, C content, Instant now) {
    this.id = id;
    this.createdAt = now;
    change(content, now);
  }

  void change(C content, Instant now) {
    this.updatedAt = now;
    write(content);
  }
}
