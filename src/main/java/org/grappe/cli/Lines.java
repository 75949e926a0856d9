package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.grappe.cli.remote.Reply;

/** Lines on their way to whoever reads what the command writes; one may have been cut. */
final class Lines extends FilterOutputStream {
  private boolean isEmpty = true;
  private boolean isWhole = true;

  Lines(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] part, int from, int length) throws IOException {
    out.write(part, from, length);
    if (length > 0) {
      isEmpty = false;
      isWhole = part[from + length - 1] == '\n';
    }
  }

  /** Whether nothing was written yet. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** Writes one; what was cut before it ends first. */
  void add(JsonNode item) throws IOException {
    String end = isWhole ? "" : "\n";
    write((end + Reply.JSON.writeValueAsString(item) + "\n").getBytes(UTF_8));
  }
}
