package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Terminal;

/**
 * A list as lines of JSON, page by page: after each, the place of the next is kept beside the file,
 * so that an export which was cut goes on from there. Unlike one in one piece it shows the list as
 * it is while the pages are read.
 */
record ResumedExport(Terminal terminal, Remote remote, Target target) {
  private static final int LIMIT = 200;

  void into(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".resume");
    Path place = file.resolveSibling(file.getFileName() + ".place");
    JsonNode kept = kept(place, Files.exists(unfinished) ? Files.size(unfinished) : 0);
    if (kept.has("cursor")) {
      terminal.tell("export.resumed", file, kept.path("items").asLong());
    }
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // what was written behind the last place belongs to a page that comes again
      channel.truncate(kept.path("bytes").asLong());
      channel.position(kept.path("bytes").asLong());
      pages(channel, place, kept);
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(place);
    terminal.tell("export.done", file, Files.size(file));
  }

  private void pages(FileChannel channel, Path place, JsonNode kept) throws IOException {
    OutputStream written = Channels.newOutputStream(channel);
    ProgressBar bar = ProgressBar.on(terminal, 0);
    String cursor = kept.path("cursor").asText(null);
    long items = kept.path("items").asLong();
    do {
      JsonNode page = remote.read(target.with("limit", LIMIT).with("cursor", cursor));
      for (JsonNode item : page.path("items")) {
        written.write(Reply.JSON.writeValueAsBytes(item));
        written.write('\n');
        items++;
      }
      channel.force(false);
      cursor = page.path("nextCursor").asText(null);
      keep(place, cursor, channel.position(), items);
      bar.at(items);
    } while (cursor != null);
    bar.end();
  }

  /** What is kept of the same export from the same service, where so much of it is there still. */
  private JsonNode kept(Path place, long there) throws IOException {
    ObjectNode none = Reply.JSON.createObjectNode();
    if (Files.notExists(place)) {
      return none;
    }
    JsonNode kept = Reply.JSON.readTree(place.toFile());
    boolean isSame = kept.path("target").asText().equals(remote.address(target));
    return isSame && kept.path("bytes").asLong() <= there ? kept : none;
  }

  private void keep(Path place, String cursor, long bytes, long items) throws IOException {
    KeptFile.write(
        place,
        Reply.JSON
            .createObjectNode()
            .put("target", remote.address(target))
            .put("cursor", cursor)
            .put("bytes", bytes)
            .put("items", items)
            .toString());
  }
}
