package org.grappe.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a connection waits, in a time that the test makes pass. */
class DeadlinesTest {
  private final ConnectionsConfig times =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(ConnectionsConfig.class)
          .build()
          .getConfigMapping(ConnectionsConfig.class);
  private final Deadlines deadlines =
      new Deadlines(
          times,
          new Unread(new Outgoing(Long.MAX_VALUE)),
          new TooLate(times.head(), new ObjectMapper()));
  private final EmbeddedChannel connection =
      new EmbeddedChannel(
          new HttpResponseEncoder(),
          new ChannelInboundHandlerAdapter() {
            @Override
            public void handlerAdded(ChannelHandlerContext context) {
              deadlines.begin(context);
            }
          });

  @BeforeEach
  void stop_the_clock() {
    connection.freezeTime();
  }

  /** Lets so long pass, but for a moment. */
  private void almost(Duration time) {
    pass(time.minusMillis(1));
    assertTrue(connection.isOpen());
  }

  private void pass(Duration time) {
    connection.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
  }

  private void exchange() {
    deadlines.headCame();
    deadlines.requestCame();
    deadlines.answered();
  }

  @Test
  void who_sends_nothing_at_all_is_left_without_an_answer() {
    deadlines.opened();
    almost(times.head());
    pass(Duration.ofMillis(1));
    assertFalse(connection.isOpen());
    assertEquals(0, connection.outboundMessages().size());
  }

  @Test
  void a_head_that_is_not_complete_in_time_is_answered() {
    deadlines.opened();
    deadlines.bytesCame();
    almost(times.head());
    pass(Duration.ofMillis(1));
    ByteBuf answer = connection.readOutbound();
    String text = answer.toString(StandardCharsets.UTF_8);
    answer.release();
    assertTrue(text.startsWith("HTTP/1.1 408 Request Timeout\r\n"), text);
    assertTrue(text.contains(" GMT\r\n\r\n{"), text);
    assertFalse(connection.isOpen());
  }

  @Test
  void a_request_takes_as_long_as_it_takes_and_the_next_may_come_a_while_later() {
    deadlines.opened();
    deadlines.bytesCame();
    deadlines.headCame();
    deadlines.requestCame();
    pass(Duration.ofHours(1));
    assertTrue(deadlines.isBusy());
    deadlines.answered();
    almost(times.idle());
    exchange();
    almost(times.idle());
    pass(Duration.ofMillis(1));
    assertFalse(connection.isOpen());
  }

  @Test
  void the_rest_of_a_request_that_has_been_answered_is_not_waited_for_long() {
    deadlines.opened();
    deadlines.headCame();
    deadlines.answered();
    almost(times.linger());
    pass(Duration.ofMillis(1));
    assertFalse(connection.isOpen());
  }
}
