package org.grappe.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people and programs do to one line of a good file. */
public final class Mutations {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> STRANGE =
      List.of(
          "\"",
          "\"\"",
          ";",
          ",",
          "\t",
          "\r",
          "\n",
          "\u00a0",
          "\u200b",
          "\uFEFF",
          "\0",
          "'",
          "€",
          "é",
          "\uFFFD",
          "E+13",
          ".0",
          "-",
          "\\",
          "=",
          "\u202e",
          "\ud83d\ude00");

  private Mutations() {}

  /** The line, changed in one to three places. */
  public static byte[] mutate(String line, Random random) {
    StringBuilder text = new StringBuilder(line);
    int places = 1 + random.nextInt(3);
    for (int i = 0; i < places; i++) {
      mutate(text, random);
    }
    byte[] bytes =
        text.toString().getBytes(random.nextInt(6) == 0 ? WINDOWS : StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> text.insert(at, STRANGE.get(random.nextInt(STRANGE.size())));
      case 3 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      case 4 -> text.setLength(at);
      case 5 -> text.insert(at, text.substring(at / 2, at));
      case 6 -> swapCells(text, random);
      default -> {
        int quote = text.indexOf("\"", at);
        if (quote >= 0) {
          text.deleteCharAt(quote);
        } else {
          text.insert(at, '"');
        }
      }
    }
  }

  private static void swapCells(StringBuilder text, Random random) {
    char separator = text.indexOf(";") >= 0 ? ';' : ',';
    List<String> cells =
        new ArrayList<>(
            List.of(text.toString().split(java.util.regex.Pattern.quote("" + separator), -1)));
    int one = random.nextInt(cells.size());
    int other = random.nextInt(cells.size());
    String kept = cells.get(one);
    cells.set(one, cells.get(other));
    cells.set(other, kept);
    text.setLength(0);
    text.append(String.join("" + separator, cells));
  }
}
