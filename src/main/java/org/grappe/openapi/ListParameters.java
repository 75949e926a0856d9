package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.grappe.query.Filter;
import org.grappe.query.Listing;

/** What a list can be asked, as its {@link Listing} knows it. */
final class ListParameters {
  private static final String FIELDS = "fields";
  private static final Set<String> OF_PAGES = Set.of("Cursor", "Count", "Expand", FIELDS);
  private static final Set<String> NOT_OF_EXPORTS = Set.of("Cursor", "Count", "Expand", "Limit");

  private final FilterSchemas schemas;
  private final DocumentTexts words;

  ListParameters(OpenAPI api, DocumentTexts words) {
    this.schemas = new FilterSchemas(api);
    this.words = words;
  }

  /** The parameters; those that all lists share by reference. */
  List<Parameter> of(Listing<?> listing) {
    List<Parameter> parameters = new ArrayList<>();
    listing.filters().values().forEach(filter -> parameters.add(filter(filter)));
    if (listing.isSearchable()) {
      parameters.add(SharedParameters.ref("Q"));
    }
    if (listing.isTemporal()) {
      parameters.add(SharedParameters.ref("On"));
    }
    if (listing.hasPast()) {
      parameters.add(SharedParameters.ref("KnownAt"));
    }
    if (listing.isCiting()) {
      parameters.add(SharedParameters.ref("Source"));
    }
    parameters.add(SharedParameters.ref("UpdatedSince"));
    if (!listing.isGrouped()) {
      parameters.add(sort(listing));
    }
    Stream.of("Limit", "Cursor", "Count").map(SharedParameters::ref).forEach(parameters::add);
    parameters.add(SharedParameters.ref("Expand"));
    parameters.add(fields(listing));
    return parameters;
  }

  /** Those of the list in a file, which has no pages and keeps references as they are. */
  List<Parameter> ofExport(Listing<?> listing) {
    return without(listing, NOT_OF_EXPORTS);
  }

  /**
   * Those of what is whole and has a format of its own: no pages, and no choice of members.
   *
   * @param others what it does not take either
   */
  List<Parameter> ofWhole(Listing<?> listing, Set<String> others) {
    return without(
        listing, Stream.concat(OF_PAGES.stream(), others.stream()).collect(Collectors.toSet()));
  }

  private List<Parameter> without(Listing<?> listing, Set<String> others) {
    return of(listing).stream().filter(one -> !others.contains(key(one))).toList();
  }

  /** The name, among the components where it is shared. */
  private static String key(Parameter parameter) {
    return parameter.getRef() == null
        ? parameter.getName()
        : parameter.getRef().substring(parameter.getRef().lastIndexOf('/') + 1);
  }

  private Parameter filter(Filter filter) {
    Parameter parameter =
        OASFactory.createParameter()
            .name(filter.name())
            .in(Parameter.In.QUERY)
            .description(filter.about())
            .schema(schemas.of(filter));
    if (filter.isList()) {
      parameter.description(
          filter.about() + " Several are set apart by commas, or the parameter repeated.");
    }
    if (!filter.choices().isEmpty()) {
      String first = filter.choices().get(0);
      parameter.example(filter.isList() ? List.of(first) : first);
    } else {
      words
          .of("parameters", filter.name())
          .or(() -> words.of("parameters", filter.kind().name()))
          .ifPresent(parameter::setExample);
    }
    return parameter;
  }

  private static Parameter fields(Listing<?> listing) {
    return OASFactory.createParameter()
        .name(FIELDS)
        .in(Parameter.In.QUERY)
        .description(
            "The members that the items keep, or the columns of CSV; all where none is named."
                + " Others are left out even where the schema of the items requires them: a client"
                + " that insists on these asks without this parameter. Several are set apart by"
                + " commas, or the parameter repeated.")
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .minItems(1)
                .items(FilterSchemas.choice(listing.members())))
        .example(List.of(listing.members().get(0)));
  }

  private static Parameter sort(Listing<?> listing) {
    List<String> orders = listing.orders().stream().flatMap(o -> Stream.of(o, "-" + o)).toList();
    return OASFactory.createParameter()
        .name("sort")
        .in(Parameter.In.QUERY)
        .description("The order, `-` for descending; unknown values are last.")
        .schema(FilterSchemas.choice(orders).defaultValue(listing.defaultOrder()))
        .example(listing.defaultOrder());
  }
}
