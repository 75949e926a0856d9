package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grappe.database.Snapshot;

/**
 * What an answer is made of. It is written in any thread, when its turn comes, without a request.
 */
public interface Contents {
  /** The media type. */
  String type();

  /** What makes two answers byte by byte the same as long as nothing changes. */
  List<Object> key();

  /** The instant as of which the registry is told; absent where it is told as it is. */
  default Optional<Instant> known() {
    return Optional.empty();
  }

  /**
   * Writes it as a snapshot has it.
   *
   * @param most after so many rows it is enough: whoever asks throws the answer away then
   * @return how many rows there were
   */
  int write(Snapshot snapshot, int most, OutputStream out) throws IOException;
}
