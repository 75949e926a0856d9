package org.grappe.position;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.grappe.database.StoredSecrets;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Places in the feed as callers keep them: sealed. */
@ApplicationScoped
public class FeedCursors {
  private final StoredSecrets secrets;

  FeedCursors(StoredSecrets secrets) {
    this.secrets = secrets;
  }

  void prepare(@Observes StartupEvent started) {
    secrets.prepare(PlaceSeal.SECRET);
  }

  /** The cursor of a place. */
  public String write(Place place) {
    return seal().seal(place);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Problem {@code invalid-cursor} if it has not the shape of a cursor; {@code cursor-gone}
   *     if it was not written here: another server's key is another
   */
  public Place read(String text) {
    try {
      return seal().open(text).orElseThrow(FeedCursors::gone);
    } catch (IllegalArgumentException shapeless) {
      throw Problems.of(ProblemType.INVALID_CURSOR, "changes.cursor");
    }
  }

  private PlaceSeal seal() {
    return new PlaceSeal(secrets.named(PlaceSeal.SECRET));
  }

  /** The id of an act, of which nobody learns how many there were (RFC 9562, version 8). */
  public UUID act(long commit) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secrets.named(PlaceSeal.SECRET), "HmacSHA256"));
      ByteBuffer hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(commit).array()));
      return new UUID(
          (hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() & ~(3L << 62)) | (2L << 62));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** It is not, or no longer, a place in this feed. */
  public static Problem gone() {
    return Problems.of(ProblemType.CURSOR_GONE, "cursor-gone")
        .with("Link", "</api/v1/export>; rel=\"alternate\"");
  }
}
