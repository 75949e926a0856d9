import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.example.ApiClient;
import org.example.ApiException;
import org.example.ApiResponse;
import org.example.api.ChangesApi;
import org.example.api.ClustersApi;
import org.example.api.OrganisationsApi;
import org.example.api.SubsidyLinesApi;
import org.example.model.ChangedOrganisation;
import org.example.model.Cluster;
import org.example.model.NewOrganisation;
import org.example.model.Organisation;
import org.example.model.OrganisationKind;

/** The story with the client that openapi-generator writes for Java's own HTTP client. */
public final class Story {
  private interface Call {
    void make() throws ApiException;
  }

  private static ApiClient client(String credential) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("GRAPPE_URL"));
    if (credential != null) {
      client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + credential));
    }
    return client;
  }

  private static void require(boolean is, String what) {
    if (!is) {
      throw new AssertionError(what);
    }
  }

  private static void refused(int status, Call call) {
    try {
      call.make();
    } catch (ApiException problem) {
      require(problem.getCode() == status, problem.getMessage());
      return;
    }
    throw new AssertionError("no " + status);
  }

  private static String tag(ApiResponse<?> answer) {
    return answer.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow()
        .get(0);
  }

  /** The generated client takes every answer for JSON, so what is none is fetched without it. */
  private static String file(String address) throws IOException, InterruptedException {
    URI at = URI.create(System.getenv("GRAPPE_URL") + address);
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).body();
  }

  public static void main(String[] arguments) throws ApiException, IOException, InterruptedException {
    ApiClient anybody = client(null);
    ClustersApi clusters = new ClustersApi(anybody);
    List<Cluster> found =
        clusters
            .listClusters(
                ClustersApi.APIListClustersRequest.newBuilder().status(List.of("ACTIVE", "MERGED")).build())
            .getItems();
    List<String> statuses = found.stream().map(one -> one.getStatus().getValue()).toList();
    require(statuses.containsAll(List.of("ACTIVE", "MERGED")), "statuses " + statuses);
    Cluster first = found.get(0);
    require(clusters.readCluster(first.getSlug(), null, null, null).getId().equals(first.getId()), "one cluster");

    OrganisationsApi known = new OrganisationsApi(client(System.getenv("GRAPPE_KEY")));
    OrganisationsApi open = new OrganisationsApi(anybody);
    Organisation made =
        known.createOrganisation(
            new NewOrganisation()
                .name("A client's story")
                .kind(OrganisationKind.COMPANY)
                .region("76")
                .website("https://example.org/"),
            UUID.randomUUID().toString());
    UUID id = made.getId();
    String tag = tag(known.readOrganisationWithHttpInfo(id, null, null, null));
    ApiResponse<Organisation> changed =
        known.changeOrganisationWithHttpInfo(id, tag, new ChangedOrganisation().city("Toulouse"));
    require("Toulouse".equals(changed.getData().getCity()), "changed");
    refused(412, () -> known.changeOrganisation(id, tag, new ChangedOrganisation().city("Albi")));
    Organisation cleared = known.changeOrganisation(id, tag(changed), new ChangedOrganisation().website(null));
    require(cleared.getWebsite() == null, "cleared");

    String cursor = null;
    for (int pages = 0; pages < 3; pages++) {
      cursor =
          open.listOrganisations(
                  OrganisationsApi.APIListOrganisationsRequest.newBuilder().limit(2).cursor(cursor).build())
              .getNextCursor();
      require(cursor != null, "page " + pages);
    }

    Organisation then = known.readOrganisation(id, made.getCreatedAt(), null, null);
    require("https://example.org/".equals(then.getWebsite().toString()), "knownAt");
    refused(401, () -> open.readOrganisation(id, made.getCreatedAt(), null, null));

    String csv = file("/api/v1/organisations.csv?fields=id,name");
    require(csv.startsWith("id,name\r\n"), csv);
    String calendar = file("/api/v1/events.ics");
    require(calendar.startsWith("BEGIN:VCALENDAR"), calendar);
    new SubsidyLinesApi(anybody)
        .summarizeSubsidyLines(
            SubsidyLinesApi.APISummarizeSubsidyLinesRequest.newBuilder().by(List.of("region")).build())
        .getItems()
        .forEach(sum -> require(sum.getCurrency().equals("EUR"), "currency"));
    require(
        !new ChangesApi(anybody)
            .followChanges(ChangesApi.APIFollowChangesRequest.newBuilder().limit(5).build())
            .getItems()
            .isEmpty(),
        "changes");
    System.out.println("openapi-generator, java native: told");
  }
}
