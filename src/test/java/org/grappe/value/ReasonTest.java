package org.grappe.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReasonTest {
  private static final UUID PRESS = UUID.randomUUID();
  private static final UUID STATUTES = UUID.randomUUID();
  private static final PartialDate DAY = PartialDate.of(LocalDate.of(2024, 3, 1));
  private static final Statement EARLIER =
      new Statement("name", null, null, "Called otherwise.", null, null, null);

  @Test
  void what_was_said_follows_what_the_record_told_before() {
    Reason reason = new Reason("cancelledOn", DAY, "Snow.", List.of(PRESS, STATUTES));
    assertEquals(
        List.of(EARLIER, new Statement("cancelledOn", null, null, "Snow.", null, DAY, PRESS)),
        reason.addedTo(List.of(EARLIER)));
  }

  @Test
  void nothing_said_adds_no_statement_but_its_sources() {
    Reason reason = new Reason("cancelledOn", DAY, null, List.of(PRESS, STATUTES));
    assertEquals(List.of(EARLIER), reason.addedTo(List.of(EARLIER)));
    assertEquals(List.of(STATUTES, PRESS), reason.sourcesAddedTo(List.of(STATUTES)));
  }

  @Test
  void a_reason_without_sources_names_none() {
    Reason reason = new Reason("status", DAY, "Agreed.", List.of());
    assertEquals(
        List.of(new Statement("status", null, null, "Agreed.", null, DAY, null)),
        reason.addedTo(List.of()));
    assertEquals(List.of(PRESS), reason.sourcesAddedTo(List.of(PRESS)));
  }
}
