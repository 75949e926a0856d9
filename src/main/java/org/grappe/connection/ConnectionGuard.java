package org.grappe.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.Channel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.config.GrappeConfig;

/** Has every connection watched: who neither asks nor reads is not waited for. */
@Startup
@ApplicationScoped
class ConnectionGuard {
  private final ConnectionsConfig times;
  private final long readerMillis;
  private final TooLate tooLate;
  private final Outgoing outgoing;
  private final OpenAnswers answers;

  ConnectionGuard(
      ConnectionsConfig times, GrappeConfig config, ObjectMapper mapper, OpenAnswers answers) {
    this.times = times;
    this.readerMillis = config.copies().idle().toMillis();
    this.tooLate = new TooLate(times.head(), mapper);
    this.answers = answers;
    this.outgoing = new Outgoing(times.unread().asLongValue());
    AcceptedConnections.each(this::watch);
  }

  private void watch(Channel connection) {
    var unread = new Unread(outgoing);
    var deadlines = new Deadlines(times, unread, tooLate);
    var exchanges = new Exchanges(times, unread, deadlines, new Answered(answers));
    connection
        .pipeline()
        .addFirst(unread.watch(readerMillis), new FirstBytes(unread, exchanges, deadlines));
  }
}
