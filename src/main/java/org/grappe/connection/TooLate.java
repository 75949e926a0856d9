package org.grappe.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.grappe.http.HttpDate;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Messages;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** The whole answer to a head that did not come, of which nothing is known but that it is late. */
final class TooLate {
  private final String head;
  private final String body;

  /**
   * The answer.
   *
   * @param time that a head may take
   */
  TooLate(Duration time, ObjectMapper mapper) {
    var problem =
        Problems.of(ProblemType.REQUEST_TIMEOUT, "request-timeout.head", time.toSeconds());
    byte[] told = ProblemBody.of(problem, Messages.of("en"), "/").json(mapper);
    this.body = new String(told, StandardCharsets.UTF_8);
    this.head =
        String.join(
            "\r\n",
            "HTTP/1.1 408 Request Timeout",
            "Content-Type: " + ProblemAnswers.TYPE,
            "Content-Language: en",
            "Content-Length: " + told.length,
            "Cache-Control: no-store",
            "Connection: close",
            "Date: ");
  }

  /** Sends it, past what encodes answers, and closes the connection. */
  void tell(ChannelHandlerContext encoder) {
    String answer = head + HttpDate.of(Instant.now().getEpochSecond()) + "\r\n\r\n" + body;
    encoder
        .writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.UTF_8))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
