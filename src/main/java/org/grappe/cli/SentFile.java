package org.grappe.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Terminal;

/** A file on its way to the service, shown as it goes. */
final class SentFile extends FilterInputStream {
  private final ProgressBar bar;
  private long sent;

  private SentFile(InputStream file, ProgressBar bar) {
    super(file);
    this.bar = bar;
  }

  static BodyPublisher of(Path file, Terminal terminal) throws IOException {
    long length = Files.size(file);
    if (length == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> opened(file, terminal, length)), length);
  }

  private static InputStream opened(Path file, Terminal terminal, long length) {
    try {
      return new SentFile(Files.newInputStream(file), ProgressBar.on(terminal, length));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public int read(byte[] part, int from, int length) throws IOException {
    int read = super.read(part, from, length);
    if (read < 0) {
      bar.end();
    } else {
      sent += read;
      bar.at(sent);
    }
    return read;
  }
}
