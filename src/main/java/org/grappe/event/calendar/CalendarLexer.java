package org.grappe.event.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/**
 * Takes a file apart into components. The library reads the lines; what they mean is read
 * elsewhere, component by component, so that a fault of one leaves the others.
 */
final class CalendarLexer implements ContentHandler {
  private static final Pattern FRAME = Pattern.compile("(?i)(BEGIN|END):([A-Z0-9-]+)\\s*");
  private static final Pattern LINE = Pattern.compile("[A-Za-z0-9.-]+[;:].*", Pattern.DOTALL);
  private static final int DEEPEST = 8;

  private final List<RawComponent> found = new ArrayList<>();
  private final Deque<RawComponent> open = new ArrayDeque<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String value = "";

  private CalendarLexer() {}

  /**
   * The calendar's own properties as a component, then its components.
   *
   * @throws IllegalArgumentException where it is no calendar; the message says at which line
   */
  static List<RawComponent> read(byte[] file) {
    CalendarLexer lexer = new CalendarLexer();
    try {
      new CalendarParserImpl(true).parse(new StringReader(lines(decoded(unfolded(file)))), lexer);
    } catch (IOException | ParserException noCalendar) {
      throw new IllegalArgumentException("0", noCalendar);
    }
    return lexer.found;
  }

  /** Lines are folded by octets, perhaps within a character, and so are they put together. */
  private static byte[] unfolded(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    for (int i = 0; i < file.length; i++) {
      int after = i + (file[i] == '\r' && i + 1 < file.length && file[i + 1] == '\n' ? 2 : 1);
      boolean ends = file[i] == '\n' || file[i] == '\r';
      if (ends && after < file.length && (file[after] == ' ' || file[after] == '\t')) {
        i = after;
      } else if (ends) {
        out.write('\n');
        i = after - 1;
      } else {
        out.write(file[i]);
      }
    }
    return out.toByteArray();
  }

  private static String decoded(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException older) {
      return new String(octets, Charset.forName("windows-1252"));
    }
  }

  private static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int number = 0;
    for (String line : text.replaceFirst("^\\uFEFF", "").split("\n")) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (!LINE.matcher(line).matches() || line.indexOf(':') < 0) {
        throw new IllegalArgumentException(String.valueOf(number));
      }
      out.append(FRAME.matcher(line).matches() ? line.strip().toUpperCase(Locale.ROOT) : line);
      out.append('\n');
    }
    return out.toString();
  }

  @Override
  public void startCalendar() {
    RawComponent calendar = new RawComponent("VCALENDAR", new ArrayList<>());
    found.add(calendar);
    open.push(calendar);
  }

  @Override
  public void endCalendar() {
    open.pop();
  }

  @Override
  public void startComponent(String name) {
    if (open.size() > DEEPEST) {
      throw new IllegalStateException("components nest too deep");
    }
    RawComponent component = new RawComponent(name, new ArrayList<>());
    if (open.size() == 1) {
      found.add(component);
    }
    open.push(component);
  }

  @Override
  public void endComponent(String name) {
    open.pop();
  }

  @Override
  public void startProperty(String name) {
    parameters.clear();
  }

  @Override
  public void parameter(String name, String text) {
    parameters.put(name.toUpperCase(Locale.ROOT), text.replaceAll("^\"|\"$", ""));
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void endProperty(String name) {
    open.element()
        .lines()
        .add(new RawComponent.Line(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value));
  }
}
