package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.grappe.cli.remote.Pause;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;

/**
 * Reads the changes page by page and writes each as a line.
 *
 * @param copy whether whoever begins, or has to begin again, gets the copy of everything first
 * @param once whether it ends where there is nothing more for now
 */
record Following(Terminal terminal, Remote remote, Target changes, boolean copy, boolean once) {
  private static final int GONE = 410;
  private static final Pause BEFORE_NEXT = new Pause(5);

  void from(KeptPlace place) throws IOException {
    Lines lines = new Lines(terminal.answers());
    boolean isAway = false;
    while (true) {
      try {
        if (copy && place.cursor() == null) {
          if (!lines.isEmpty()) {
            restart(lines, "copy-cut");
          }
          begin(place, lines);
        }
        boolean more = hasMore(place, lines);
        if (isAway) {
          terminal.tell("follow.back");
          isAway = false;
        }
        if (!more && once) {
          return;
        }
      } catch (Failure failure) {
        if (once || failure.exitCode() != ExitCode.UNREACHABLE || isEnded()) {
          throw failure;
        }
        terminal.err().println(failure.in(terminal.texts()));
        isAway = true;
        terminal.tell("follow.again", BEFORE_NEXT.seconds());
        BEFORE_NEXT.pass();
      }
    }
  }

  private static boolean isEnded() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean hasMore(KeptPlace place, Lines lines) throws IOException {
    try (Reply reply = remote.get(changes.with("after", place.cursor()), "application/json")) {
      if (reply.status() == GONE) {
        terminal.tell(copy ? "follow.gone-copy" : "follow.gone");
        restart(lines, "cursor-gone");
        begin(place, lines);
        return true;
      }
      JsonNode page = reply.required().json();
      for (JsonNode item : page.path("items")) {
        lines.add(item);
      }
      place.move(page.path("nextCursor").asText());
      return page.path("more").asBoolean();
    }
  }

  /** What was written before is to be dropped. */
  private static void restart(Lines lines, String reason) throws IOException {
    lines.add(Reply.JSON.valueToTree(Map.of("restart", Map.of("reason", reason))));
  }

  private void begin(KeptPlace place, Lines lines) throws IOException {
    place.move(
        copy
            ? new Download(terminal, remote, Copy.ofAll(Target.of("/export")))
                .into(lines)
                .orElseThrow(() -> Failure.unreachable("remote.other", "/export"))
            : null);
  }
}
