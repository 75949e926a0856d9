package org.grappe.copy;

import java.io.IOException;
import java.io.InputStream;
import org.grappe.position.Place;

/** One reader's hold on a file. */
final class Hold implements Answer {
  private final String type;
  private final Place place;
  private final CopyBytes bytes;
  private final Runnable release;
  private boolean isReleased;

  /**
   * A hold that is taken.
   *
   * @param release what is done once it is let go
   */
  Hold(String type, Place place, CopyBytes bytes, Runnable release) {
    this.type = type;
    this.place = place;
    this.bytes = bytes;
    this.release = release;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public String etag() {
    return bytes.etag();
  }

  @Override
  public long length(boolean compressed) {
    return bytes.length(compressed);
  }

  @Override
  public InputStream open(boolean compressed) throws IOException {
    return bytes.open(compressed);
  }

  @Override
  public synchronized void close() {
    if (!isReleased) {
      isReleased = true;
      release.run();
    }
  }
}
