package org.grappe.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.grappe.admission.Bulkhead.Admission;
import org.grappe.admission.Bulkhead.Limits;
import org.grappe.admission.Bulkhead.Task;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private final Bulkhead bulkhead = new Bulkhead(new Limits(3, 2, 6, 4));
  private final List<String> begun = new ArrayList<>();

  private Task task(String caller, int number) {
    return new Task(caller, () -> begun.add(caller + number));
  }

  private Task submitted(String caller, int number, Admission expected) {
    Task task = task(caller, number);
    assertEquals(expected, bulkhead.submit(task));
    return task;
  }

  @Test
  void one_caller_leaves_room_to_another() {
    submitted("a", 1, Admission.BEGUN);
    submitted("a", 2, Admission.BEGUN);
    submitted("a", 3, Admission.WAITING);
    submitted("b", 1, Admission.BEGUN);
    submitted("c", 1, Admission.WAITING);
    assertEquals(List.of("a1", "a2", "b1"), begun);
  }

  @Test
  void callers_have_their_turns_one_after_the_other() {
    Task first = submitted("a", 1, Admission.BEGUN);
    Task second = submitted("a", 2, Admission.BEGUN);
    Task other = submitted("b", 1, Admission.BEGUN);
    submitted("a", 3, Admission.WAITING);
    submitted("a", 4, Admission.WAITING);
    submitted("b", 2, Admission.WAITING);
    submitted("c", 1, Admission.WAITING);
    bulkhead.done(first);
    bulkhead.done(second);
    bulkhead.done(other);
    assertEquals(List.of("a3", "b2", "c1"), begun.subList(3, 6));
  }

  @Test
  void what_a_caller_has_too_many_of_waits_for_its_own() {
    Task first = submitted("a", 1, Admission.BEGUN);
    submitted("a", 2, Admission.BEGUN);
    Task other = submitted("b", 1, Admission.BEGUN);
    submitted("a", 3, Admission.WAITING);
    bulkhead.done(other);
    assertEquals(3, begun.size());
    bulkhead.done(first);
    assertEquals("a3", begun.get(3));
  }

  @Test
  void so_many_wait_and_no_more() {
    for (int i = 0; i < 2; i++) {
      submitted("a", i, Admission.BEGUN);
    }
    for (int i = 0; i < 4; i++) {
      submitted("a", i, Admission.WAITING);
    }
    submitted("a", 6, Admission.CALLER_FULL);
    submitted("b", 0, Admission.BEGUN);
    submitted("b", 1, Admission.WAITING);
    submitted("b", 2, Admission.WAITING);
    submitted("b", 3, Admission.FULL);
  }

  @Test
  void who_waits_no_longer_leaves_the_place_to_another() {
    Task first = submitted("a", 1, Admission.BEGUN);
    submitted("a", 2, Admission.BEGUN);
    Task third = submitted("a", 3, Admission.WAITING);
    assertTrue(bulkhead.withdraw(third));
    assertFalse(bulkhead.withdraw(third));
    assertFalse(bulkhead.withdraw(first));
    bulkhead.done(first);
    assertEquals(List.of("a1", "a2"), begun);
    submitted("a", 4, Admission.BEGUN);
  }
}
