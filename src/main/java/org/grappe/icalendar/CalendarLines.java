package org.grappe.icalendar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;

/**
 * The lines of a file, put together where they are folded: by octets, perhaps within a character.
 * Each is decoded by itself, for programs paste lines of Windows into files of UTF-8.
 */
final class CalendarLines {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What frames a component is never folded: what is indented after it is a text that strayed. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)(BEGIN|END):(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VALARM|STANDARD|DAYLIGHT)\\s*");

  private final byte[] file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int number;

  private CalendarLines(byte[] file) {
    this.file = file;
  }

  /**
   * Gives each line that is not blank, with the number of the first line of the file that it is
   * made of.
   */
  static void each(byte[] file, ObjIntConsumer<String> taker) {
    new CalendarLines(inOctets(file)).each(taker);
  }

  /** A file in UTF-16, which its mark tells, as UTF-8. */
  private static byte[] inOctets(byte[] file) {
    boolean wide =
        file.length > 1
            && ((file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
                || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE));
    return wide ? new String(file, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : file;
  }

  private void each(ObjIntConsumer<String> taker) {
    while (at < file.length) {
      line.reset();
      int first = number + 1;
      take();
      boolean folds = line.size() > 0 && !isFrame();
      while (folds && at < file.length && (file[at] == ' ' || file[at] == '\t')) {
        at++;
        take();
      }
      String text = decoded();
      if (!text.isBlank()) {
        taker.accept(text, first);
      }
    }
  }

  private boolean isFrame() {
    return line.size() < 40 && FRAME.matcher(line.toString(StandardCharsets.US_ASCII)).matches();
  }

  /** Takes what stands until the end of a line of the file, and passes over that. */
  private void take() {
    int from = at;
    while (at < file.length && file[at] != '\n' && file[at] != '\r') {
      at++;
    }
    line.write(file, from, at - from);
    number++;
    if (at < file.length) {
      at += file[at] == '\r' && at + 1 < file.length && file[at + 1] == '\n' ? 2 : 1;
    }
  }

  private String decoded() {
    byte[] octets = line.toByteArray();
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException older) {
      text = new String(octets, WINDOWS);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
