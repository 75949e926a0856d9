package org.grappe.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that touch more than they should, each for a reason. */
final class WidePages {
  static final List<Wide> ALL =
      List.of(
          new Wide(
              "/changes[?]",
              "the history is looked through a thousand positions at a time, and an act as a whole: "
                  + "here all is one"),
          new Wide(
              "/subsidy-lines/scdl/omissions[?]",
              "what stands against a line follows from others' numbers, and is worked out line by "
                  + "line as for the export whose remainder it is"),
          new Wide(
              "/subsidy-lines[?].*year=",
              "the lines of a year, which an index finds, are put in the order that is asked for"),
          new Wide(
              "/subsidy-lines/summary[?]",
              "a sum reads all that it adds; its page is one of groups"),
          new Wide(
              "/memberships[?].*(cluster|college)=.*sort=",
              "a cluster's members are put in an order other than that of names"),
          new Wide(
              "/organisations[?].*memberOf=.*sort=",
              "a cluster's members are put in an order other than that of names"),
          new Wide(
              "/subsidy-lines[?].*cluster=",
              "a cluster's lines are put in an order other than that in which they were entered, and "
                  + "of each cluster of a family the first are read"),
          new Wide(
              "/subsidy-lines[?].*funder=.*sort=",
              "a funder's lines are put in an order other than that in which they were entered"),
          new Wide(
              "/subsidy-lines[?].*(fiscalYear|origin|status|q|region)=.*sort=",
              "one line in so many is found on the way in an order by what it is on the day, and has "
                  + "several spans"),
          new Wide(
              "updatedSince=2020.*sort=(createdAt|from)",
              "what was made first has mostly not changed since, and is passed"),
          new Wide(
              "/memberships[?].*source=.*sort=",
              "those that cite one source, here thousands, are put in an order other than that of names"),
          new Wide(
              "/figures[?].*(metric|nature|qualifier)=.*sort=",
              "figures of a kind were made one after the other and are passed in another order"),
          new Wide(
              "/mandates[?]",
              "there are hardly more than a thousand in all, which are read as a whole"),
          new Wide(
              "/organisations[?].*q=data",
              "a word that one name in thirty has is found on the way in the order"));

  /** About as many as a page may touch: with the planner's choice a little more, or not. */
  private static final List<Wide> NEARLY =
      List.of(
          new Wide(
              "/(colleges|mergers)[?].*includePredecessors=true",
              "all clusters of a family are read, here a thousand, and there are few of these of each"),
          new Wide(
              "/organisations[?].*q=ou&",
              "of two letters that one name in fifty has, all are read and sorted, or some 2,500 names "
                  + "are passed in the order: either is what the planner finds cheaper"),
          new Wide(
              "/subsidy-lines[?].*on=2012-06-01.*sort=",
              "of a line that is passed all spans are looked through that ended after that day"));

  private WidePages() {}

  /**
   * Some of them.
   *
   * @param address finds their addresses
   */
  record Wide(Pattern address, String reason) {
    Wide(String address, String reason) {
      this(Pattern.compile(address), reason);
    }
  }

  static Optional<Wide> of(String address) {
    return Stream.concat(ALL.stream(), NEARLY.stream())
        .filter(wide -> wide.address.matcher(address).find())
        .findFirst();
  }
}
