package org.grappe.cluster;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.grappe.database.Database;
import org.grappe.http.Exchange;
import org.grappe.value.Slugs;

/**
 * What belongs to a cluster and was asked for by a slug that it had says where it is, as the
 * cluster itself does.
 */
@Provider
@Priority(FormerSlugFilter.AFTER_OTHER_LINKS)
public class FormerSlugFilter implements ContainerResponseFilter {
  /** Filters of answers come in the opposite order. */
  static final int AFTER_OTHER_LINKS = 1000;

  private static final String CLUSTERS = "/api/v1/clusters/";

  private final Database database;

  FormerSlugFilter(Database database) {
    this.database = database;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String slug = request.getUriInfo().getPathParameters().getFirst("cluster");
    // as it was sent, with the name of a format that was taken off it since
    HttpServerRequest asked = Exchange.of(request).request();
    String path = asked.path();
    boolean isPart =
        List.of("GET", "HEAD").contains(request.getMethod())
            && response.getStatus() == 200
            && Slugs.isSlug(slug == null ? "" : slug)
            && path.startsWith(CLUSTERS + slug + "/");
    if (isPart) {
      own(slug)
          .map(own -> CLUSTERS + own + path.substring((CLUSTERS + slug).length()))
          .ifPresent(address -> link(response.getHeaders(), address + query(asked)));
    }
  }

  private Optional<String> own(String slug) {
    return database.one(
        """
        select c.slug from cluster_slugs s join clusters c on c.id = s.cluster
        where s.slug = ? and c.slug <> s.slug""",
        row -> row.getString(1),
        slug);
  }

  private static String query(HttpServerRequest asked) {
    return asked.query() == null ? "" : "?" + asked.query();
  }

  private static void link(MultivaluedMap<String, Object> headers, String address) {
    Object others = headers.getFirst(HttpHeaders.LINK);
    String link = "<" + address + ">; rel=\"canonical\"";
    headers.putSingle(HttpHeaders.LINK, others == null ? link : others + ", " + link);
  }
}
