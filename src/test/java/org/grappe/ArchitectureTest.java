package org.grappe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.grappe.database.Replica;
import org.grappe.database.TakesLong;
import org.grappe.position.Place;
import org.grappe.position.PlaceSeal;
import org.grappe.retry.Idempotent;
import org.grappe.value.Digest;
import org.junit.jupiter.api.Test;

/** How the packages lean on each other, and what every resource method must say. */
class ArchitectureTest {
  private static final JavaClasses grappe =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.grappe");

  private static final List<Class<? extends Annotation>> VERBS =
      List.of(GET.class, POST.class, PATCH.class, DELETE.class);

  /** The packages that every feature stands on, from below. */
  static final List<String> KERNEL =
      List.of(
          "value",
          "text",
          "config",
          "problem",
          "caller",
          "database",
          "position",
          "query",
          "body",
          "record",
          "copy",
          "http",
          "format",
          "retry",
          "admission",
          "connection",
          "table",
          "imports",
          "health",
          "home",
          "openapi");

  @Test
  void packages_have_no_cycles() {
    slices().matching("org.grappe.(**)").should().beFreeOfCycles().check(grappe);
  }

  @Test
  void each_layer_of_the_kernel_knows_those_below_and_no_feature() {
    for (int i = 0; i < KERNEL.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(in(KERNEL.get(i)))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.grappe..")
                  .and(resideOutsideOfPackages(in(KERNEL.subList(0, i + 1)))))
          .check(grappe);
    }
  }

  private static String in(String layer) {
    return "org.grappe." + layer + "..";
  }

  private static String[] in(List<String> layers) {
    return layers.stream().map(ArchitectureTest::in).toArray(String[]::new);
  }

  @Test
  void clusters_do_not_know_who_belongs_to_them() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.grappe.cluster..",
            "org.grappe.organisation..",
            "org.grappe.source..",
            "org.grappe.region..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.grappe.membership..",
            "org.grappe.convention..",
            "org.grappe.event..",
            "org.grappe.calendar..",
            "org.grappe.sharing..",
            "org.grappe.registration..",
            "org.grappe.figure..",
            "org.grappe.programme..",
            "org.grappe.subsidy..")
        .check(grappe);
    noClasses()
        .that()
        .resideInAPackage("org.grappe.organisation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.grappe.cluster..")
        .check(grappe);
  }

  private static final String[] ABOVE_EVENTS = {
    "org.grappe.calendar..", "org.grappe.sharing..", "org.grappe.registration.."
  };

  @Test
  void whoever_stands_on_events_is_known_to_nobody_and_knows_no_other() {
    for (String feature : ABOVE_EVENTS) {
      noClasses()
          .that()
          .resideOutsideOfPackages(feature, "org.grappe.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(feature)
          .check(grappe);
    }
  }

  @Test
  void rules_and_the_text_of_calendars_know_nothing_of_the_registry() {
    noClasses()
        .that()
        .resideInAPackage("org.grappe.recurrence..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.grappe..")
                .and(resideOutsideOfPackages("org.grappe.recurrence..")))
        .check(grappe);
    noClasses()
        .that()
        .resideInAPackage("org.grappe.icalendar..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.grappe..")
                .and(
                    resideOutsideOfPackages(
                        "org.grappe.icalendar..",
                        "org.grappe.recurrence..",
                        "org.grappe.value..",
                        "org.grappe.text..")))
        .check(grappe);
  }

  /** Setting the response's own handler would take away what the context has been asked to do. */
  @Test
  void what_follows_an_answer_is_asked_of_the_context() {
    noClasses()
        .should()
        .callMethod(HttpServerResponse.class, "endHandler", Handler.class)
        .check(grappe);
  }

  @Test
  void what_is_given_back_after_an_exchange_is_so_however_it_ends() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.grappe.http")
        .should()
        .callMethod(RoutingContext.class, "addEndHandler", Handler.class)
        .check(grappe);
  }

  @Test
  void mergers_stand_on_top() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.grappe.merger..", "org.grappe.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.grappe.merger..")
        .check(grappe);
  }

  @Test
  void nobody_depends_on_the_open_data_format() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.grappe.scdl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.grappe.scdl..")
        .check(grappe);
  }

  @Test
  void nobody_depends_on_webhooks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.grappe.webhook..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.grappe.webhook..")
        .check(grappe);
  }

  @Test
  void the_command_line_is_known_to_nobody_and_starts_nothing_but_what_serves() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.grappe.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.grappe.cli..")
        .check(grappe);
    noClasses()
        .that()
        .resideInAPackage("org.grappe.cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.grappe..")
                .and(resideOutsideOfPackages("org.grappe.cli..", "org.grappe.embedded.."))
                // plain values, by which doctor knows whose cursor it was told, and hashes
                .and(not(belongToAnyOf(Place.class, PlaceSeal.class, Digest.class))))
        .check(grappe);
    noClasses()
        .that()
        .resideInAPackage("org.grappe.cli..")
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..")
        .check(grappe);
  }

  /** All other writes end within a minute. */
  @Test
  void few_writes_may_take_long_and_say_why() {
    Map<String, String> reasons = new TreeMap<>();
    for (JavaClass type : grappe) {
      for (JavaMethod method : type.getMethods()) {
        if (method.isAnnotatedWith(TakesLong.class)) {
          reasons.put(method.getName(), method.getAnnotationOfType(TakesLong.class).value());
        }
      }
    }
    assertEquals(
        Set.of(
            "importCalendar",
            "completeMerger",
            "correctMerger",
            "reverseSuccession",
            "succeedOrganisation",
            "reverseMerger",
            "completeDivision",
            "correctDivision",
            "reverseDivision",
            "reverseDissolution",
            "erasePerson",
            "repeat",
            "load"),
        reasons.keySet());
    assertFalse(reasons.containsValue(""));
  }

  @Test
  void timers_are_left_out_on_a_replica() {
    int timers = 0;
    for (JavaClass type : grappe) {
      for (JavaMethod method : type.getMethods()) {
        if (method.isAnnotatedWith(Scheduled.class)) {
          timers++;
          assertEquals(
              Replica.class,
              method.getAnnotationOfType(Scheduled.class).skipExecutionIf(),
              method.getFullName());
        }
      }
    }
    assertTrue(timers > 0);
  }

  @Test
  void resource_methods_are_public_and_say_who_may_call_them() {
    methods()
        .that()
        .areAnnotatedWith(GET.class)
        .should()
        .bePublic()
        .andShould(beAnnotatedWith(PermitAll.class).or(beAnnotatedWith(RolesAllowed.class)))
        .check(grappe);
    for (Class<? extends Annotation> verb : List.of(POST.class, PATCH.class, DELETE.class)) {
      methods()
          .that()
          .areAnnotatedWith(verb)
          .should()
          .bePublic()
          .andShould()
          .beAnnotatedWith(RolesAllowed.class)
          .andShould()
          .beAnnotatedWith(Transactional.class)
          .check(grappe);
    }
    methods()
        .that()
        .areAnnotatedWith(POST.class)
        .should()
        .beAnnotatedWith(Idempotent.class)
        .check(grappe);
    methods()
        .that()
        .areAnnotatedWith(Idempotent.class)
        .should()
        .beAnnotatedWith(POST.class)
        .andShould()
        .beAnnotatedWith(Transactional.class)
        .check(grappe);
  }

  /**
   * A class that has a record's own address and nothing to say there takes each request for the
   * record first, and the framework looks anew, with a table of paths made for that request alone.
   */
  @Test
  void a_class_with_the_address_of_a_record_answers_it() {
    for (JavaClass resource : grappe) {
      if (resource.isAnnotatedWith(Path.class)
          && resource.getAnnotationOfType(Path.class).value().endsWith("}")) {
        assertTrue(
            resource.getMethods().stream()
                .anyMatch(m -> isAnswer(m) && !m.isAnnotatedWith(Path.class)),
            resource.getName());
      }
    }
  }

  private static boolean isAnswer(JavaMethod method) {
    return VERBS.stream().anyMatch(method::isAnnotatedWith);
  }

  @Test
  void entities_and_resources_stay_inside_their_package() {
    classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(grappe);
    classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate().check(grappe);
  }

  @Test
  void names_say_what_a_class_is() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(grappe);
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Helper|Util|Utils|Manager|Mapper|DTO|Dto)")
        .check(grappe);
    noClasses()
        .that()
        .implement(PanacheRepositoryBase.class)
        .should()
        .haveSimpleNameEndingWith("Repository")
        .check(grappe);
  }
}
