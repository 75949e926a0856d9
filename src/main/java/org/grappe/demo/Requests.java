package org.grappe.demo;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.regex.Matcher;
import org.grappe.body.BodyChecks;
import org.grappe.http.Route;
import org.grappe.http.Routes;
import org.grappe.value.Ids;

/** Carries out a request of the data file by the resource method that serves it over HTTP. */
@ApplicationScoped
class Requests {
  private static final String API = "/api/v1";
  private final BodyChecks checks;
  private final Ids ids;
  private final Routes routes;

  Requests(BodyChecks checks, Ids ids, Routes routes) {
    this.checks = checks;
    this.ids = ids;
    this.routes = routes;
  }

  void carryOut(DemoFile.Entry entry) {
    Route post =
        routes.all().stream()
            .filter(route -> route.verb().equals("POST"))
            .filter(route -> route.address().matcher(API + entry.path()).matches())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing takes " + entry.path()));
    ids.giving(entry.id().orElse(null), () -> call(post, entry));
  }

  private Object call(Route post, DemoFile.Entry entry) {
    Object resource = Arc.container().instance((InjectableBean<?>) post.bean()).get();
    try {
      post.method().setAccessible(true);
      return post.method().invoke(resource, arguments(post, entry));
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException(entry.path() + " " + entry.body(), refused.getCause());
    } catch (IllegalAccessException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  /** What the method is called with: parts of the path, the body, and no query. */
  private Object[] arguments(Route post, DemoFile.Entry entry) {
    Matcher path = post.address().matcher(API + entry.path());
    path.matches();
    return Arrays.stream(post.method().getParameters())
        .map(parameter -> argument(parameter, path, entry))
        .toArray();
  }

  private Object argument(Parameter parameter, Matcher path, DemoFile.Entry entry) {
    PathParam part = parameter.getAnnotation(PathParam.class);
    if (part != null) {
      return path.group(part.value());
    }
    return parameter.getType().isRecord() ? checks.read(entry.body(), parameter.getType()) : null;
  }
}
