package org.grappe.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection on which anything can be said, at any pace. */
public final class Client implements AutoCloseable {
  private final Socket socket;
  private final InputStream answers;

  /** A connection to the service. */
  public Client() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    answers = socket.getInputStream();
  }

  public Client say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Lines of a head, and the empty one after them. */
  public Client head(String... lines) throws IOException {
    return say(String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** Says it piece by piece, with so much time before each, until it is said or cut short. */
  public boolean dribble(String text, int size, long millis) throws InterruptedException {
    for (int i = 0; i < text.length(); i += size) {
      Thread.sleep(millis);
      try {
        if (answers.available() > 0) {
          return false;
        }
        say(text.substring(i, Math.min(text.length(), i + size)));
      } catch (IOException cut) {
        return false;
      }
    }
    return true;
  }

  /** Whether something has come back that is not read yet. */
  public boolean isAnswered() throws IOException {
    return answers.available() > 0;
  }

  /** The next answer, which has a body only where the request was no HEAD. */
  public RawHttp.Answer answer(boolean hasBody) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = answers.read();
      if (octet < 0) {
        throw new IOException("closed after: " + head);
      }
      head.write(octet);
    }
    RawHttp.Answer bare = RawHttp.parse(head.toString(StandardCharsets.ISO_8859_1));
    int length = bare.header("Content-Length").map(Integer::valueOf).orElse(0);
    if (!hasBody) {
      return bare;
    }
    if (bare.header("Transfer-Encoding").isPresent()) {
      return new RawHttp.Answer(bare.head(), chunks());
    }
    return new RawHttp.Answer(
        bare.head(), new String(answers.readNBytes(length), StandardCharsets.UTF_8));
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(), 16);
      body.write(answers.readNBytes(length));
      line();
    } while (length > 0);
    return body.toString(StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = answers.read(); octet != '\n'; octet = answers.read()) {
      if (octet < 0) {
        throw new IOException("closed within a line");
      }
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  /** Whether the service ends the connection within so much time, saying nothing more. */
  public boolean isClosedWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return answers.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    } finally {
      socket.setSoTimeout(30_000);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
