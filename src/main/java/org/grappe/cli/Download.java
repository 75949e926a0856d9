package org.grappe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Terminal;

/** A long answer on its way into a file, or to whoever reads what the command writes. */
record Download(Terminal terminal, Remote remote, Copy copy) {

  /**
   * Loads it. The file is there once it is whole, and as it was before until then.
   *
   * @param file null for what the command writes
   */
  void into(Path file) throws IOException {
    if (file == null) {
      into(terminal.answers());
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream written = Files.newOutputStream(unfinished)) {
        load(written, true);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    terminal.tell("export.done", file, Files.size(file));
  }

  /**
   * Loads it into what is written.
   *
   * @return where changes are followed from by whoever has it
   */
  Optional<String> into(OutputStream written) throws IOException {
    return load(written, false);
  }

  private Optional<String> load(OutputStream written, boolean shown) throws IOException {
    try (Reply reply = remote.get(copy.target(), copy.mediaType()).required()) {
      long length = reply.headers().firstValueAsLong("Content-Length").orElse(-1);
      LastLine last = new LastLine();
      ProgressBar bar = shown ? ProgressBar.on(terminal, length) : ProgressBar.none();
      long all = transfer(reply, written, last, bar);
      bar.end();
      boolean isWhole = copy.isCounted() ? last.isCounted() : length < 0 || length == all;
      if (!isWhole) {
        throw Failure.unreachable("export.cut", all);
      }
      return reply.place();
    }
  }

  private static long transfer(Reply reply, OutputStream to, LastLine last, ProgressBar bar)
      throws IOException {
    byte[] part = new byte[1 << 16];
    long all = 0;
    for (int read = next(reply, part); read >= 0; read = next(reply, part)) {
      to.write(part, 0, read);
      last.add(part, read);
      all += read;
      bar.at(all);
    }
    return all;
  }

  private static int next(Reply reply, byte[] part) {
    try {
      return reply.body().read(part);
    } catch (IOException broken) {
      throw Failure.unreachable("remote.broken", reply.asked());
    }
  }
}
