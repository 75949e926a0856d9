package org.grappe.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Asks for something and does not read the answer, but for its head, until it is told to. */
public final class SlowReader implements AutoCloseable {
  private final Socket socket = new Socket();
  private final InputStream answer;
  private final String head;

  /** With less room, a system sends so little at a time that a fast reader looks like none. */
  public SlowReader(String path, String... headers) throws IOException {
    this(1 << 16, path, headers);
  }

  /** One who has room for so many bytes. */
  public SlowReader(int room, String path, String... headers) throws IOException {
    socket.setReceiveBufferSize(room);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers);
    socket
        .getOutputStream()
        .write((request.strip() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    answer = socket.getInputStream();
    head = read();
  }

  private String read() throws IOException {
    var text = new ByteArrayOutputStream();
    while (!text.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int octet = answer.read();
      if (octet < 0) {
        throw new IOException("no head: " + text);
      }
      text.write(octet);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  public int status() {
    return Integer.parseInt(head.split(" ")[1]);
  }

  /** How long the answer says it is. */
  public long length() {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
        .findFirst()
        .orElseThrow();
  }

  /** How many bytes there are in the end. */
  public long rest() {
    long count = 0;
    try {
      byte[] some = new byte[1 << 16];
      while (count < length()) {
        int read = answer.read(some);
        if (read < 0) {
          break;
        }
        count += read;
      }
    } catch (IOException cut) {
      return count;
    }
    return count;
  }

  /** How many bytes of the body there are before the connection is reset. */
  public long untilReset() throws IOException {
    socket.setSoTimeout(10_000);
    long count = 0;
    byte[] some = new byte[1 << 12];
    try {
      for (int read = answer.read(some); read >= 0; read = answer.read(some)) {
        count += read;
      }
    } catch (SocketTimeoutException open) {
      throw new IOException("open after " + count, open);
    } catch (SocketException reset) {
      return count;
    }
    throw new IOException("ended in peace after " + count);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
