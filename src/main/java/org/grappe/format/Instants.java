package org.grappe.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Writes instants as {@link Instant#toString()} does, in a tenth of the time: each record has two,
 * and by a formatter they took a quarter of what a page takes to write.
 */
@Singleton
public class Instants implements ObjectMapperCustomizer {
  /** After the framework's own, whose writer of instants would take the place of this one. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(new SimpleModule("instants").addSerializer(Instant.class, new Writer()));
  }

  private static final class Writer extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text(at));
    }
  }

  /** {@code 2026-01-31T08:05:00Z}, or with as many thousands of a second's parts as it has. */
  static String text(Instant at) {
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      return at.toString();
    }
    byte[] text = "0000-00-00T00:00:00.000000000Z".getBytes(StandardCharsets.ISO_8859_1);
    write(text, 4, time.getYear());
    write(text, 7, time.getMonthValue());
    write(text, 10, time.getDayOfMonth());
    write(text, 13, time.getHour());
    write(text, 16, time.getMinute());
    write(text, 19, time.getSecond());
    write(text, 29, time.getNano());
    int end = end(time.getNano());
    text[end] = 'Z';
    return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
  }

  /** Where the text ends whose fraction has no thousands of noughts at its end. */
  private static int end(int nano) {
    if (nano == 0) {
      return 19;
    }
    if (nano % 1_000_000 == 0) {
      return 23;
    }
    return nano % 1_000 == 0 ? 26 : 29;
  }

  private static void write(byte[] text, int end, int number) {
    for (int at = end - 1, rest = number; rest > 0; at--, rest /= 10) {
      text[at] = (byte) ('0' + rest % 10);
    }
  }
}
