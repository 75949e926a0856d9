package org.grappe.copy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.grappe.position.Place;

/** An answer that is made and waits to be sent; it is let go whether or not it is. */
public interface Answer extends AutoCloseable {
  /** The media type. */
  String type();

  /**
   * Behind all that its snapshot shows, to follow the changes from; null where nothing was made.
   */
  Place place();

  /** A strong entity tag; null where nothing was made, for nobody wants the bytes. */
  String etag();

  /** How many bytes there are; negative where that is not known beforehand. */
  long length(boolean compressed);

  /** All bytes uncompressed, where they are in memory anyway. */
  default Optional<byte[]> whole() {
    return Optional.empty();
  }

  /** The bytes. Reading fails once the answer is withdrawn. */
  InputStream open(boolean compressed) throws IOException;

  @Override
  void close();
}
