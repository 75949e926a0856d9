package org.grappe.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.Channel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.grappe.config.GrappeConfig;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Messages;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Has every connection watched: who neither asks nor reads is not waited for. */
@Startup
@ApplicationScoped
class ConnectionGuard {
  private final ConnectionsConfig times;
  private final long readerMillis;
  private final byte[] tooLate;
  private final Outgoing outgoing;

  ConnectionGuard(ConnectionsConfig times, GrappeConfig config, ObjectMapper mapper) {
    this.times = times;
    this.readerMillis = config.copies().idle().toMillis();
    this.tooLate = tooLate(mapper);
    this.outgoing = new Outgoing(times.unread().asLongValue());
    AcceptedConnections.each(this::watch);
  }

  private void watch(Channel connection) {
    var unread = new Unread(outgoing);
    var deadlines = new Deadlines(times, unread, tooLate);
    var exchanges = new Exchanges(times, unread, deadlines);
    connection
        .pipeline()
        .addFirst(unread.watch(readerMillis), new FirstBytes(unread, exchanges, deadlines));
  }

  /**
   * The whole answer to a head that did not come, of which nothing is known but that it is late.
   */
  private byte[] tooLate(ObjectMapper mapper) {
    var problem =
        Problems.of(ProblemType.REQUEST_TIMEOUT, "request-timeout.head", times.head().toSeconds());
    String body =
        new String(
            ProblemBody.of(problem, Messages.of("en"), "/").json(mapper), StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 408 Request Timeout",
            "Content-Type: " + ProblemAnswers.TYPE,
            "Content-Language: en",
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
            "Cache-Control: no-store",
            "Connection: close",
            "",
            "");
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }
}
