package org.grappe.demo;

import static org.grappe.testing.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.grappe.testing.DemoProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a reader of the five articles asks, article by article, on the day of each. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class PressArticlesTest {
  private static final String A1 = "0149c559-3c00-7001-8000-000000000001";
  private static final String A2 = "014d2685-9c00-7001-8000-000000000002";
  private static final String A3 = "014dc104-6400-7001-8000-000000000003";
  private static final String A4 = "01598ff9-5800-7001-8000-000000000004";
  private static final String A5 = "0158b7ae-4000-7001-8000-000000000005";

  @Nested
  @DisplayName("19 November 2014: Cluster numérique régional, jour 1 de l'unification")
  class TheFirst {
    @Test
    void three_clusters_of_languedoc_roussillon_are_to_become_one_that_has_no_name_yet() {
      get("/clusters?region=91&status=active&on=2014-11-19")
          .body("items.name", contains("Media Cloud Cluster", "Novae LR", "Pix'LR"));
      get("/mergers?source=" + A1 + "&on=2014-11-19")
          .body("items", hasSize(1))
          .body("items[0].status", equalTo("ANNOUNCED"))
          .body(
              "items[0].parties.slug",
              containsInAnyOrder("novae-lr", "pix-lr", "media-cloud-cluster"));
      get("/clusters/frenchsouth-digital?on=2014-11-19")
          .body("status", equalTo("ANNOUNCED"))
          .body(
              "statements.findAll { it.source.id == '" + A1 + "' }.text.join()",
              containsString("pas encore de nom"));
      get("/mergers?cluster=novae-lr&on=2014-11-18").body("items", hasSize(0));
      get("/clusters/frenchsouth-digital/colleges?on=2014-11-19").body("items", hasSize(0));
    }

    @Test
    void it_was_announced_at_a_press_conference_of_the_region_during_the_digiworld_summit() {
      get("/events?source=" + A1)
          .body(
              "items.name",
              contains(
                  "Digiworld Summit", "Conférence de presse sur le cluster numérique régional"))
          .body("items[1].host.organisation.name", equalTo("Région Languedoc-Roussillon"))
          .body("items[1].startsOn", equalTo("2014-11-19"))
          .body("items.city", everyItem(equalTo("Montpellier")));
    }

    @Test
    void gregory_cladera_thomas_fraisse_and_alain_molinie_spoke_for_the_three() {
      get("/mandates?region=91&source=" + A1 + "&on=2014-11-19&sort=person")
          .body("items.person", hasItems("Grégory Cladera", "Thomas Fraisse", "Alain Molinié"));
      get("/clusters/novae-lr/mandates?on=2014-11-19").body("items.role", contains("PRESIDENT"));
      get("/clusters/pix-lr/mandates?on=2014-11-19").body("items.role", contains("VICE_PRESIDENT"));
      get("/clusters/media-cloud-cluster/mandates?on=2014-11-19")
          .body("items[0].organisation.name", equalTo("AwoX"));
      get("/mandates?person=giral&on=2014-11-19").body("items.role", contains("VICE_PRESIDENT"));
      get("/mandates?person=deniset&on=2014-11-19")
          .body("items.title", contains("pilote industriel du domaine d'activité stratégique"));
    }

    @Test
    void up_to_240000_euros_are_reported_of_which_europe_gives_six_in_ten_and_nothing_is_voted() {
      String line = "/subsidy-lines?cluster=frenchsouth-digital&on=2014-11-19";
      get(line)
          .body("items.findAll { it.status != null }.amount.amount", contains(240000.00f))
          .body("items.findAll { it.status != null }.status", contains("REPORTED"))
          .body("items.find { it.status != null }.steps[0].qualifier", equalTo("UP_TO"))
          .body("items.find { it.status != null }.steps[0].sources.id", contains(A1));
      get("/subsidy-lines/summary?cluster=frenchsouth-digital&by=funder&on=2014-11-19")
          .body(
              "items.find { it.funder?.name == 'Union européenne' }.reported", equalTo(144000.00f))
          .body("items.find { it.funder == null }.reported", equalTo(96000.00f))
          .body("items.voted", everyItem(equalTo(0.00f)))
          .body("items.paid", everyItem(equalTo(0.00f)));
      get("/subsidy-lines/summary?cluster=frenchsouth-digital&on=2014-11-18")
          .body("items", hasSize(0));
    }

    @Test
    void whether_the_two_millions_for_the_sector_contain_it_is_not_said() {
      get("/subsidy-lines/summary?region=91&on=2014-11-19")
          .body("items[0].reported", equalTo(2240000.00f))
          .body("items[0].announced", equalTo(2000000.00f))
          .body("items[0].mayOverlap", is(true));
      get("/subsidy-lines?sector=digital&region=91&source=" + A1)
          .body("items[0].statements.by", hasItem("Hélène Giral"))
          .body("items[0].fiscalYear", nullValue());
    }

    @Test
    void what_was_said_that_day_is_told_with_who_said_it() {
      get("/clusters/frenchsouth-digital")
          .body(
              "statements.findAll { it.source.id == '" + A1 + "' }.by",
              hasItems(
                  "Alain Molinié",
                  "Pierre Deniset",
                  "Christophe Carniel",
                  "Marie-Laure Vie",
                  "Grégory Cladera"));
      get("/clusters/pix-lr")
          .body("statements.find { it.by == 'Thomas Fraisse' }.text", containsString("Hérault"));
      get("/organisations?source=" + A1 + "&q=french tech")
          .body("items[0].statements.text.join()", containsString("Montpellier est déduit"));
    }
  }

  @Nested
  @DisplayName("6 May 2015: Le numérique régional se positionne en « French California »")
  class TheSecond {
    @Test
    void frenchsouth_digital_was_launched_before_over_600_people() {
      get("/clusters/frenchsouth-digital?on=2015-05-05")
          .body("status", equalTo("ACTIVE"))
          .body("launchedOn", equalTo("2015-05-05"))
          .body("foundedOn", equalTo("2015-02"));
      String launch =
          get("/events?kind=launch&source=" + A2)
              .body("items.name", contains("Lancement de FrenchSouth.digital"))
              .body("items[0].venue", equalTo("Domaine de Verchant"))
              .body("items[0].present.name", containsInAnyOrder("La Poste", "Sanofi", "EDF"))
              .extract()
              .path("items[0].id");
      get("/figures?metric=attendees&subject=event:" + launch)
          .body("items.value", contains(600))
          .body("items.qualifier", contains("OVER"))
          .body("items[0].statements.qualifier", contains("EXACT"));
    }

    @Test
    void it_goes_on_for_the_three_of_which_none_is_left() {
      get("/clusters?region=91&status=active&on=2015-05-05")
          .body("items.slug", contains("frenchsouth-digital"));
      get("/clusters?region=91&status=merged&on=2015-05-05")
          .body("items.slug", contains("media-cloud-cluster", "novae-lr", "pix-lr"))
          .body("items.followedBy.slug", everyItem(equalTo("frenchsouth-digital")))
          .body("items.followedOn", everyItem(equalTo("2015-02")));
      get("/clusters/frenchsouth-digital/lineage?on=2015-05-05")
          .body("clusters", hasSize(4))
          .body("mergers", hasSize(1));
    }

    @Test
    void its_three_colleges_have_their_trades_and_two_their_representatives() {
      get("/clusters/frenchsouth-digital/colleges?on=2015-05-05")
          .body(
              "items.name",
              contains("Digital Content & Cultures", "Mediacloud Interactivity", "Smart Software"));
      get("/clusters/frenchsouth-digital/mandates?role=college-representative&on=2015-05-05&sort=person")
          .body("items.person", contains("Alain Molinié", "Grégory Cladera"))
          .body("items.college.name", contains("Mediacloud Interactivity", "Smart Software"))
          .body("items.organisation.name", contains("AwoX", "RG Systèmes"));
    }

    @Test
    void pierre_deniset_presides_for_the_time_being_until_an_assembly_at_the_end_of_june() {
      get("/clusters/frenchsouth-digital/mandates?role=president&on=2015-05-05")
          .body("items.person", contains("Pierre Deniset"))
          .body("items.provisional", contains(true))
          .body("items.organisation.name", contains("Kaliop"))
          .body("items[0].statements.find { it.field == 'until' }.value", equalTo("2015-06"));
      get("/events?kind=general-assembly&cluster=frenchsouth-digital")
          .body("items.startsOn", contains("2015-06"));
    }

    @Test
    void the_sector_is_told_in_companies_employees_and_turnover() {
      get("/figures?subject=region:91&source=" + A2 + "&sort=value")
          .body("items.metric", contains("COMPANIES", "EMPLOYEES", "TURNOVER"))
          .body("items.value", contains(4500, 12000, 3000000000L));
    }

    @Test
    void its_roadmap_has_five_priorities_and_tony_marchand_wants_to_work_with_it() {
      get("/programmes?kind=roadmap&source=" + A2).body("items[0].priorities", hasSize(5));
      get("/mandates?person=marchand&on=2015-05-06")
          .body("items.role", contains("MANAGING_DIRECTOR"));
      get("/clusters/digital-place?on=2015-05-06")
          .body(
              "statements.findAll { it.by == 'Tony Marchand' }.text.join()",
              containsString("veut travailler avec FrenchSouth.digital"));
      get("/conventions?source=" + A2).body("items", hasSize(1));
    }
  }

  @Nested
  @DisplayName("5 June 2015: Les clusters de Toulouse et Montpellier se rapprochent")
  class TheThird {
    @Test
    void the_convention_binds_both_since_its_first_signing_and_was_signed_again_the_day_after() {
      get("/conventions?cluster=frenchsouth-digital&on=2015-06-03").body("items", hasSize(0));
      get("/conventions?cluster=frenchsouth-digital&on=2015-06-05&source=" + A3)
          .body("items[0].status", equalTo("IN_FORCE"))
          .body("items[0].covers", contains("EVENTS", "REFLECTION"))
          .body("items[0].signings.on", contains("2015-06-04", "2015-06-05"))
          .body("items[0].signings.city", contains("Toulouse", "Montpellier"))
          .body(
              "items[0].signings[0].witnesses",
              contains("Nadia Pellefigue", "Bertrand Serp", "Pierre Lattard", "Marc Chapuis"))
          .body("items[0].signings[1].witnesses", contains("Damien Alary"))
          .body("items[0].series", contains("Innovation IT Day", "Connec'Sud"));
      get("/mandates?person=alary&on=2015-06-05").body("items.role", contains("PRESIDENT"));
    }

    @Test
    void digital_place_is_fifteen_years_old_to_its_president_and_four_to_another_paper() {
      get("/clusters/digital-place")
          .body("foundedOn", equalTo("2011"))
          .body(
              "statements.find { it.field == 'foundedOn' && it.by == 'Daniel Benchimol' }.value",
              equalTo("2000"))
          .body(
              "statements.find { it.field == 'foundedOn' && it.value == '2011' }.source.id",
              equalTo(A4));
      get("/clusters/digital-place/mandates?role=president&on=2015-06-05")
          .body("items.person", contains("Daniel Benchimol"));
    }

    @Test
    void a_merger_is_not_on_the_agenda_and_the_former_one_was_not_free() {
      get("/mergers?source=" + A3 + "&on=2015-06-05")
          .body("items", hasSize(1))
          .body("items[0].status", equalTo("EFFECTIVE"))
          .body(
              "items[0].statements.findAll { it.source.id == '" + A3 + "' }.by",
              containsInAnyOrder("Daniel Benchimol", "Philippe Coste"));
      get("/mergers?source=" + A3 + "&on=2017-01-12&status=announced")
          .body(
              "items[0].statements.find { it.by == 'Daniel Benchimol' && it.source.id == '"
                  + A3
                  + "' }.text",
              containsString("proximité"));
    }

    @Test
    void toulouse_gets_a_fifth_of_the_money_says_its_president() {
      get("/figures?metric=subsidies&source=" + A3)
          .body("items[0].value", equalTo(5))
          .body("items[0].subject.region.code", equalTo("91"))
          .body("items[0].comparedTo.region.code", equalTo("73"))
          .body("items[0].statements.by", hasItems("Daniel Benchimol", "Philippe Coste"))
          .body("items[0].statements.text.join()", containsString("rivalités"));
    }

    @Test
    void the_events_are_not_shared_yet_and_the_workshops_at_noon_stay_local() {
      get("/events?source=" + A3 + "&on=2015-06-05")
          .body("items.series", hasItems("Innovation IT Day", "Connec'Sud", "Ateliers du midi"))
          .body("items.sharedWith.flatten()", hasSize(0))
          .body("items.find { it.series == 'Ateliers du midi' }.scope", equalTo("LOCAL"))
          .body("items.find { it.kind == 'GENERAL_ASSEMBLY' }.startsOn", equalTo("2015-06-04"));
    }

    @Test
    void two_men_spoke_of_competitiveness_clusters() {
      get("/mandates?source=" + A3 + "&person=chauzy")
          .body("items[0].statements.text", contains(containsString("pôle de compétitivité")));
      get("/mandates?source=" + A3 + "&person=coste")
          .body("items[0].statements.day", contains("2015-03"));
    }
  }

  @Nested
  @DisplayName("12 January 2017: Opération fusion pour les deux clusters du numérique d'Occitanie")
  class TheFourth {
    @Test
    void the_two_announced_that_they_become_one_at_the_end_of_march_if_their_assemblies_vote_so() {
      get("/mergers?source=" + A4 + "&on=2017-01-12&status=announced")
          .body("items[0].parties.slug", containsInAnyOrder("frenchsouth-digital", "digital-place"))
          .body("items[0].announcedOn", equalTo("2017-01-12"))
          .body("items[0].plannedFor", equalTo("2017-03"))
          .body(
              "items[0].ballots.party.slug",
              containsInAnyOrder("frenchsouth-digital", "digital-place"))
          .body("items[0].ballots.assembly.kind", everyItem(equalTo("EXTRAORDINARY")))
          .body("items[0].ballots.decision", everyItem(nullValue()));
      get("/mergers?region=76&on=2017-01-11&status=announced").body("items", hasSize(0));
      get("/clusters/occitanie-cluster?on=2017-01-12")
          .body("nameProvisional", is(true))
          .body("status", equalTo("ANNOUNCED"));
    }

    @Test
    void the_new_region_counts_the_clusters_of_both_old_ones() {
      get("/clusters?region=76&status=active&on=2017-01-12")
          .body("items.slug", contains("digital-place", "frenchsouth-digital"));
      get("/clusters/frenchsouth-digital/lineage?on=2017-01-12")
          .body("clusters", hasSize(4))
          .body("mergers.effectiveOn", contains("2015-02"));
      get("/mergers?cluster=occitanie-cluster&on=2017-01-12")
          .body("items.status", contains("ANNOUNCED"));
      get("/clusters?region=91&status=active&on=2017-01-12").body("items", hasSize(1));
    }

    @Test
    void each_has_about_200_members_and_both_nearly_400_but_no_article_names_one() {
      get("/figures?metric=members&source=" + A4)
          .body("items.value", containsInAnyOrder(200, 200, 400))
          .body("items.qualifier", containsInAnyOrder("EXACT", "ABOUT", "NEARLY"));
      get("/memberships?cluster=digital-place&on=2017-01-12").body("items", hasSize(0));
      get("/subsidy-lines/summary?cluster=digital-place&per=member&on=2017-01-12")
          .body("items[0].perMember.reason", equalTo("MEMBERS_NOT_KNOWN"));
    }

    @Test
    void their_presidents_are_deniset_and_benchimol() {
      get("/mandates?role=president&region=76&on=2017-01-12&sort=person")
          .body("items.person", hasItems("Daniel Benchimol", "Pierre Deniset"))
          .body("items.find { it.person == 'Pierre Deniset' }.provisional", is(false));
    }

    @Test
    void region_and_metropolises_support_both_with_money_of_which_nobody_tells_how_much() {
      for (String cluster : new String[] {"frenchsouth-digital", "digital-place"}) {
        get("/subsidy-lines?source=" + A4 + "&cluster=" + cluster + "&on=2017-01-12")
            .body("items.status", contains("REPORTED"))
            .body("items[0].amount", nullValue())
            .body("items[0].fundings.origin", contains("REGION", "METROPOLE"));
      }
      get("/organisations?label=french tech")
          .body("items.name", contains("Montpellier Méditerranée Métropole", "Toulouse Métropole"));
    }

    @Test
    void offices_stay_in_toulouse_and_montpellier_and_three_more_are_wished_for() {
      get("/offices?region=76&status=open&on=2017-01-12")
          .body("items.city", containsInAnyOrder("Toulouse", "Labège", "Montpellier"));
      get("/offices?source=" + A4 + "&status=planned&on=2017-01-12")
          .body("items.city", containsInAnyOrder("Nîmes", "Alès", "Castres"))
          .body("items.statements.by.flatten()", everyItem(equalTo("Pierre Deniset")));
    }

    @Test
    void two_series_go_on_in_2017_and_green_concept_has_three_waves() {
      get("/events?source=" + A4 + "&from=2017-02-01&until=2018-01-01")
          .body("items.series", contains("Innovation IT Day", "Green IT Day"))
          .body("items.startsOn", contains("2017-06-29", "2017-10"))
          .body("items[0].city", equalTo("Labège"))
          .body("items[0].statements.by", hasItem("DigitalPlace"));
      get("/programmes?q=greenconcept")
          .body("items[0].companies", equalTo(30))
          .body("items[0].waves", hasSize(3));
      get("/figures?subject=region:76&source=" + A4 + "&sort=value")
          .body("items.value", hasItems(8400, 52500));
    }
  }

  @Nested
  @DisplayName("December 2016: La filière numérique se réorganise en Auvergne-Rhône-Alpes")
  class TheFifth {
    @Test
    void numelink_and_clust_r_are_to_become_one_whose_name_is_not_told() {
      get("/mergers?source=" + A5)
          .body("items[0].parties.slug", containsInAnyOrder("numelink", "clust-r"))
          .body("items[0].status", equalTo("ANNOUNCED"))
          .body("items[0].announcedOn", nullValue())
          .body(
              "items[0].statements.text.join()", containsString("pas le même profil d'adhérents"));
      get("/clusters?region=84&on=2016-12-31")
          .body("items.slug", containsInAnyOrder("numelink", "clust-r", "ara-cluster"));
      get("/clusters/ara-cluster").body("nameProvisional", is(true));
      get("/clusters?territory=grenoble").body("items.slug", contains("clust-r"));
    }

    @Test
    void the_region_pays_four_tenths_of_a_budget_that_nobody_has_told() {
      get("/subsidy-lines?cluster=ara-cluster&on=2016-12-31")
          .body("items[0].budgetShare", equalTo(40))
          .body("items[0].amount", nullValue())
          .body("items[0].fundings[0].funder.name", equalTo("Région Auvergne-Rhône-Alpes"))
          .body("items[0].status", equalTo("ANNOUNCED"));
      get("/subsidy-lines/summary?region=84&on=2016-12-31")
          .body("items[0].announced", equalTo(0.00f))
          .body("items[0].linesWithoutAmount", equalTo(1));
    }

    @Test
    void both_managing_directors_leave_and_jean_michel_berard_presides() {
      get("/mandates?role=managing-director&source=" + A5 + "&on=2016-12-31")
          .body("items", hasSize(2))
          .body("items.person", everyItem(nullValue()));
      get("/clusters/clust-r/mandates?role=president&on=2016-12-31")
          .body("items.person", contains("Jean-Michel Bérard"))
          .body("items.organisation.name", contains("Esker"));
    }

    @Test
    void it_shall_have_over_600_companies_and_be_among_the_first_five_in_europe() {
      get("/figures?subject=cluster:ara-cluster&nature=forecast&sort=value")
          .body("items.value", contains(600, 3000000000L))
          .body("items.qualifier", contains("OVER", "NEARLY"));
      get("/figures?subject=region:84&nature=goal&metric=rank")
          .body("items.value", contains(5))
          .body("items[0].statements.by", hasItem("Jean-Michel Bérard"));
    }

    @Test
    void both_new_regions_are_the_first_at_the_ces_each_by_its_own_word() {
      String fair =
          get("/events?kind=fair&source=" + A5)
              .body("items.city", contains("Las Vegas"))
              .extract()
              .path("items[0].id");
      get("/figures?metric=rank&subject=event:" + fair)
          .body("items.of.region.code", containsInAnyOrder("84", "76"))
          .body("items.value", everyItem(equalTo(1)))
          .body(
              "items.statements.by.flatten()",
              containsInAnyOrder("Région Auvergne-Rhône-Alpes", "Pierre Deniset"));
      get("/figures?metric=awards&source=" + A5)
          .body("items[0].value", equalTo(9))
          .body("items[0].qualifier", equalTo("AT_LEAST"));
      get("/programmes?source=" + A5)
          .body("items.city", contains("Charbonnières-les-Bains"))
          .body("items[0].statements.by", contains("Laurent Wauquiez"));
    }
  }

  @Test
  void whatever_only_one_article_says_says_which() {
    for (String path :
        List.of(
            "/clusters?",
            "/mergers?",
            "/events?",
            "/figures?",
            "/subsidy-lines?",
            "/conventions?status=all&",
            "/mandates?on=2017-01-12&",
            "/organisations?",
            "/offices?status=all&",
            "/programmes?")) {
      get(path + "limit=200")
          .statusCode(200)
          .body("items", not(hasSize(0)))
          .body("items.statements.flatten().findAll { it.source == null }", hasSize(0))
          .body("items.findAll { it.sources.isEmpty() }", hasSize(0));
    }
  }
}
