package org.grappe.format;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Map;
import org.grappe.http.Formats;
import org.jboss.resteasy.reactive.server.core.EncodedMediaType;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.ServerSerialisers;
import org.jboss.resteasy.reactive.server.core.serialization.EntityWriter;

/**
 * Bytes that are sent in place of the record which they are the JSON of. RESTEasy would copy the
 * answer to put them in it, and look for who can write them, for every request anew.
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the wire, never compared
record Prepared(byte[] bytes) implements EntityWriter {
  /** As a header has it, and as the framework asks for it. */
  private record Type(MediaType plain, EncodedMediaType encoded) {
    static Type of(String name) {
      MediaType plain = MediaType.valueOf(name);
      return new Type(plain, new EncodedMediaType(plain));
    }
  }

  /** Those which have no parameter, so that nobody puts another type, and itself, in its place. */
  private static final Map<String, Type> TYPES =
      Map.of(
          MediaType.APPLICATION_JSON, Type.of(MediaType.APPLICATION_JSON),
          Formats.JSON_LD, Type.of(Formats.JSON_LD));

  static boolean takes(String type) {
    return TYPES.containsKey(type);
  }

  /** Has them sent. */
  void in(ResteasyReactiveRequestContext request, String type) {
    Type known = TYPES.get(type);
    request.setResponseContentType(known.encoded());
    request.getResponse().get().getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, known.plain());
    request.setEntityWriter(this);
  }

  @Override
  public void write(ResteasyReactiveRequestContext request, Object entity) throws IOException {
    ServerSerialisers.encodeResponseHeaders(request);
    request.serverResponse().end(bytes);
  }
}
