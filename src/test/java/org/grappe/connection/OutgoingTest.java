package org.grappe.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

/** Who goes where answers that nobody takes fill the memory. */
class OutgoingTest {
  private static final int MOST = 1_000;
  private final Outgoing all = new Outgoing(MOST);

  private record Reader(EmbeddedChannel connection, Unread unread) {}

  private Reader reader() {
    Unread unread = new Unread(all);
    return new Reader(new EmbeddedChannel(unread), unread);
  }

  private static void answer(Reader reader, int size) {
    var unused = reader.connection().write(Unpooled.wrappedBuffer(new byte[size]));
  }

  private static void take(Reader reader) {
    reader.connection().flush();
    reader.connection().releaseOutbound();
  }

  @Test
  void who_has_been_taking_longest_goes_first_and_no_more_than_must() {
    Reader first = reader();
    Reader second = reader();
    Reader third = reader();
    answer(first, 600);
    answer(second, 300);
    assertTrue(first.connection().isOpen());
    answer(third, 300);
    assertFalse(first.connection().isOpen());
    assertTrue(second.connection().isOpen());
    assertTrue(third.connection().isOpen());
  }

  @Test
  void who_takes_his_answers_stays_however_many_there_are() {
    Reader idle = reader();
    Reader busy = reader();
    answer(idle, 300);
    for (int i = 0; i < 100; i++) {
      answer(busy, 600);
      take(busy);
    }
    assertTrue(idle.connection().isOpen());
    assertTrue(busy.connection().isOpen());
    assertTrue(busy.unread().isEmpty());
    assertEquals(300, idle.unread().bytes());
  }

  @Test
  void one_long_answer_is_sent_whatever_its_length() {
    Reader one = reader();
    answer(one, 5 * MOST);
    assertTrue(one.connection().isOpen());
  }
}
