package org.grappe.sharing;

import org.grappe.event.EventFigure;
import org.grappe.query.Listing;
import org.grappe.query.View;

/** With which clusters an event is shared on the day. */
public final class SharedWithFigure implements EventFigure {
  private static final String STANDS =
      """
      share_status(s.accepted_on, s.refused_on, :on) = 'ACCEPTED'
        and coalesce(s.until, 'infinity') > :on""";

  @Override
  public String column() {
    return "s.shared_with";
  }

  @Override
  public String joined() {
    return """
      left join lateral (
        select jsonb_agg(jsonb_build_object(
          'cluster', jsonb_build_object('id', c.id, 'name', {c.name}, 'slug', c.slug),
          'convention', jsonb_build_object('id', k.id, 'name', k.title)) order by {c.name}, c.id)
          as shared_with
        from shares s join clusters c on c.id = s.cluster join conventions k on k.id = s.convention
        where s.event = e.id and %s) s on true"""
        .formatted(STANDS);
  }

  @Override
  public <V extends View> Listing<V> filtered(Listing<V> events) {
    return events.lineage(
        "clusters",
        "sharedWith",
        "e.id = any(array(select s.event from shares s where s.cluster %1$s and " + STANDS + "))",
        "A cluster with which it is shared, by slug or id.");
  }
}
