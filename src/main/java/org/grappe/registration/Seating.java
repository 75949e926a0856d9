package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** What becomes of a registration that is written: it has its places, waits, or is refused. */
@ApplicationScoped
class Seating {
  private final Places places;
  private final Offers offers;
  private final RegistrationRules rules;
  private final Today today;

  Seating(Places places, Offers offers, RegistrationRules rules, Today today) {
    this.places = places;
    this.offers = offers;
    this.rules = rules;
    this.today = today;
  }

  /**
   * Gives a registration what it asks for, as it is to be stored.
   *
   * @param before what it was; null for a new one
   * @throws Problem {@code capacity-exceeded}, and as {@link RegistrationRules#admit}
   */
  void seat(Registration registration, RegistrationContent before) {
    RegistrationContent next = registration.content();
    boolean isOther =
        before == null
            || !Objects.equals(next.membership(), before.membership())
            || !next.organisation().equals(before.organisation());
    UUID quota = registration.cluster();
    if (isOther) {
      registration.takeFrom(rules.admit(registration.event(), next, today.day()).orElse(null));
    }
    if (registration.is(RegistrationStatus.CANCELLED)) {
      return;
    }
    boolean isElsewhere = !Objects.equals(quota, registration.cluster());
    int more = next.places() - (before == null ? 0 : before.places());
    if (before == null || more > 0 || isElsewhere) {
      take(registration, before, more, isElsewhere ? next.places() : more);
    }
  }

  private void take(
      Registration registration, RegistrationContent before, int more, int moreOfQuota) {
    UUID event = registration.event();
    offers.require(event, registration.cluster(), registration.content().places());
    boolean isRoom = places.haveRoom(event, registration.cluster(), more, moreOfQuota);
    if (before == null) {
      registration.stand(isRoom ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITING);
    } else if (!isRoom && registration.is(RegistrationStatus.CONFIRMED)) {
      throw Problems.of(RegistrationProblems.CAPACITY_EXCEEDED, "registration.no-room");
    }
  }
}
