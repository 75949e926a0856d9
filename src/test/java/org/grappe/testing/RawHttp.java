package org.grappe.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests that no HTTP client would send, as they stand. */
public final class RawHttp {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawHttp() {}

  /**
   * What came back on one connection, up to the end of the first answer.
   *
   * @param head its lines, the first one with the status
   */
  public record Answer(List<String> head, String body) {
    public int status() {
      return head.isEmpty() ? 0 : Integer.parseInt(head.get(0).split(" ")[1]);
    }

    public Optional<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst();
    }

    /** Whether it is a problem of this status and type. */
    public boolean isProblem(int status, String type) {
      return status() == status
          && header("Content-Type").orElse("").equals("application/problem+json")
          && body.contains("\"/problems/" + type + "\"");
    }
  }

  /** Sends lines of a head, each without its end, and the empty one after them. */
  public static Answer send(String... lines) {
    return sendText(String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** Sends a text as it stands. */
  public static Answer sendText(String text) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Answer read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
        Answer answer = parse(bytes.toString(StandardCharsets.UTF_8));
        if (isWhole(answer, bytes)) {
          return answer;
        }
      }
    } catch (SocketTimeoutException silent) {
      throw new IllegalStateException("no whole answer: " + bytes, silent);
    }
    return parse(bytes.toString(StandardCharsets.UTF_8));
  }

  static Answer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    return end < 0
        ? new Answer(List.of(), "")
        : new Answer(List.of(text.substring(0, end).split("\r\n")), text.substring(end + 4));
  }

  private static boolean isWhole(Answer answer, ByteArrayOutputStream bytes) {
    if (answer.head().isEmpty()) {
      return false;
    }
    Optional<Integer> length = answer.header("Content-Length").map(Integer::valueOf);
    int head = String.join("\r\n", answer.head()).getBytes(StandardCharsets.UTF_8).length + 4;
    return length.isPresent()
        ? bytes.size() >= head + length.get()
        : answer.body().endsWith("\r\n0\r\n\r\n");
  }
}
