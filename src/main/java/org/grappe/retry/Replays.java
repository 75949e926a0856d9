package org.grappe.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a retry with what was answered first. */
@ApplicationScoped
public class Replays {

  @ServerExceptionMapper
  public Response again(Replay replay) {
    return replay.first();
  }
}
