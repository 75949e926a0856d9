package org.grappe.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.value.PartialDate;
import org.junit.jupiter.api.Test;

/** Periods against the model, stored and read again after each act. */
class TimelineTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 6, 15);
  private final UUID record = UUID.randomUUID();

  @Test
  void each_day_is_as_the_model_has_it_whatever_is_done() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int story = 0; story < 2_000; story++) {
      PeriodModel model = new PeriodModel(TODAY);
      PeriodModel.FIELDS.forEach(field -> model.first.put(field, field));
      List<Period> stored = List.of();
      Map<String, String> base = Map.copyOf(model.first);
      for (int act = 0; act < 25; act++) {
        Timeline timeline = Timeline.of(stored, record, base);
        Timeline next = acted(timeline, stored, model, random, "seed " + seed);
        stored = next.stored();
        base = next.first();
        for (int day = 0; day < 4; day++) {
          LocalDate asked = day == 0 ? TODAY : PeriodModel.day(random);
          Map<String, String> told = Timeline.of(stored, record, base).on(asked);
          PeriodModel.FIELDS.forEach(
              field -> assertEquals(model.value(field, asked), told.get(field), "seed " + seed));
        }
      }
    }
  }

  private static Timeline acted(
      Timeline timeline, List<Period> stored, PeriodModel model, Random random, String said) {
    List<LocalDate> days = new ArrayList<>(model.said.keySet());
    Map<String, String> values = PeriodModel.values(random, true);
    int at = days.isEmpty() ? 0 : 1 + random.nextInt(days.size());
    Timeline next = timeline;
    boolean done;
    try {
      switch (days.isEmpty() ? random.nextInt(4) : random.nextInt(6)) {
        case 0, 1, 2 -> {
          Map<String, String> given = PeriodModel.values(random, true);
          LocalDate day = PeriodModel.day(random);
          done = model.enter(day, given);
          next = timeline.with(UUID.randomUUID(), transition(day, given));
        }
        case 3 -> {
          model.correctToday(values);
          done = true;
          next = timeline.corrected(TODAY, PeriodModel.patched(timeline.on(TODAY), values));
        }
        case 4 -> {
          done = model.correct(days.get(at - 1), values);
          next =
              timeline.corrected(
                  stored.get(at).id(),
                  transition(
                      days.get(at - 1), PeriodModel.patched(stored.get(at).values(), values)));
        }
        default -> {
          model.said.remove(days.get(at - 1));
          done = true;
          next = timeline.without(stored.get(at).id());
        }
      }
    } catch (Problem refused) {
      return timeline;
    }
    assertEquals(true, done, said);
    return next;
  }

  private static Transition transition(LocalDate day, Map<String, String> values) {
    Map<String, String> given = new HashMap<>(values);
    given.values().removeIf(Objects::isNull);
    Set<String> givenUp = new HashSet<>(values.keySet());
    givenUp.removeAll(given.keySet());
    return new Transition(PartialDate.of(day), given, givenUp, null, List.of());
  }
}
