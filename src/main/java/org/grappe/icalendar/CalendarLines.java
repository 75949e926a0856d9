package org.grappe.icalendar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import org.grappe.text.DecodedText;
import org.grappe.text.OctetLines;

/**
 * The lines of a calendar, put together where they are folded: by octets, perhaps within a
 * character. So each is decoded after that.
 */
final class CalendarLines {
  /** What frames a component is never folded: what is indented after it is a text that strayed. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)(BEGIN|END):(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VALARM|STANDARD|DAYLIGHT)\\s*");

  private final OctetLines file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number;

  private CalendarLines(OctetLines file) {
    this.file = file;
  }

  /**
   * Gives each line that is not blank, with the number of the first line of the file that it is
   * made of.
   */
  static void each(byte[] file, ObjIntConsumer<String> taker) {
    try {
      new CalendarLines(new OctetLines(new ByteArrayInputStream(file), Integer.MAX_VALUE))
          .each(taker);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private void each(ObjIntConsumer<String> taker) throws IOException {
    while (file.ahead() >= 0) {
      line.reset();
      int first = number + 1;
      take(0);
      boolean folds = line.size() > 0 && !isFrame();
      while (folds && isFolded()) {
        take(1);
      }
      String text = DecodedText.of(line.toByteArray()).unmarked();
      if (!text.isBlank()) {
        taker.accept(text, first);
      }
    }
  }

  private boolean isFolded() {
    return file.ahead() == ' ' || file.ahead() == '\t';
  }

  private boolean isFrame() {
    return line.size() < 40 && FRAME.matcher(line.toString(StandardCharsets.US_ASCII)).matches();
  }

  /** Takes a line of the file, but for the blank that folds it. */
  private void take(int blanks) throws IOException {
    byte[] octets = file.next().octets();
    line.write(octets, blanks, octets.length - blanks);
    number++;
  }
}
