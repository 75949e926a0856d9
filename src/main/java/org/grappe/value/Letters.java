package org.grappe.value;

import java.util.Map;

/**
 * Letters that Unicode does not take apart into one of the alphabet and an accent: {@code ł},
 * {@code ø}, {@code đ}, {@code æ}. The database's {@code unstroked()} says the same.
 */
public final class Letters {
  /** The last two have none of the alphabet: they are apostrophes. */
  private static final String FROM =
      "ⱥɐɑɒᴀᶏᶐꞻꬰꭤƀɓƃʙᴃᴯᵬᶀꞗꞵƈȼɕʗᴄↄꜿꞓꞔðđɖɗƌƍȡᴅᴆᵭᶁᶑẟꝺꟈǝəɛɇɘɚɜɝɞʚᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴꭡƒɸᵮᶂⅎⱷ"
          + "ꜰꝼꞙꬵɠɣǥɡɢʛᵷᵹᶃꝿꞡꟑꬶħɥɦɧʜʮʯⱨⱶꜧꞕꟶıɩɨɪᴉᵎᵼᶖꞽȷɉɟʄʝᴊĸƙʞᴋᶄⱪꝁꝃꝅꞣłƚƛȴɫɬɭɮʟᴌᶅⱡꝇꝉꞁꞎꬷꬸ"
          + "ꬹɯɰɱᴍᴟᵯᶆꟺꬺŋɲƞȵɳɴᴎᴻᵰᶇꞑꞥꬻꬼøɔɵɷᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꞷꟁꬽꬾꬿƥᴘᵱᵽᶈꝑꝓꝕɋʠꝗꝙꞯʀɍɹɺɻɼɽɾɿʁᴙᴚᵲᵳᶉ"
          + "ⱹꝛꞃꞧꭅꭆꭇꭈꭉꭊꭋꭌꭨʃƪȿʂʅʆᵴᶊᶋᶘẜẝꜱꞅꞩꟊꟗꟙꭍŧƫƭʈȶⱦʇᴛᵵꞇʊʉᴜᴝᴞᵿᶙꞹꞿꭎꭏꭒʋʌᴠᶌỽⱱⱴꝟꝩƿʍᴡⱳꟃꟕᶍꭓꭔ"
          + "ꭕꭖꭗꭘꭙƴȝɏʎʏỿꭚƶʒƹƺȥɀʐʑʓᴢᴣᵶᶎᶚⱬꝣᴁᴂꞛᵺꝥꝧɶᴔꞝꭀꭁꭂꭢᴕʤʥꭦʧꭧꞟꜻꭑʼʾ";

  private static final String TO =
      "aaaaaaaaaabbbbbbbbbbcccccccccdddddddddddddddeeeeeeeeeeeeeeeeeeeeeeffffff"
          + "ffffggggggggggggghhhhhhhhhhhhiiiiiiiiijjjjjjkkkkkkkkkkllllllllllllllllll"
          + "lmmmmmmmmmnnnnnnnnnnnnnnooooooooooooooooooooppppppppqqqqqrrrrrrrrrrrrrrr"
          + "rrrrrrrrrrrrrsssssssssssssssssssttttttttttuuuuuuuuuuuuvvvvvvvvvwwwwwwxxx"
          + "xxxxxyyyyyyyzzzzzzzzzzzzzzzzæææþþþœœœœœœœȣʣʣʣʦʦᵫꜹꭐ";

  private static final Map<Character, String> DIGRAPHS =
      Map.ofEntries(
          Map.entry('ꜳ', "aa"),
          Map.entry('æ', "ae"),
          Map.entry('ꜵ', "ao"),
          Map.entry('ꜷ', "au"),
          Map.entry('ꜹ', "av"),
          Map.entry('ꜽ', "ay"),
          Map.entry('ȸ', "db"),
          Map.entry('ʣ', "dz"),
          Map.entry('ƕ', "hv"),
          Map.entry('ỻ', "ll"),
          Map.entry('ʪ', "ls"),
          Map.entry('ʫ', "lz"),
          Map.entry('œ', "oe"),
          Map.entry('ƣ', "oi"),
          Map.entry('ꝏ', "oo"),
          Map.entry('ȣ', "ou"),
          Map.entry('ȹ', "qp"),
          Map.entry('ß', "ss"),
          Map.entry('ʨ', "tc"),
          Map.entry('þ', "th"),
          Map.entry('ꟓ', "thth"),
          Map.entry('ʦ', "ts"),
          Map.entry('ꜩ', "tz"),
          Map.entry('ᵫ', "ue"),
          Map.entry('ꭐ', "ui"),
          Map.entry('ꭣ', "uo"),
          Map.entry('ꝡ', "vy"));

  private Letters() {}

  /** What a keyboard has for each letter of a text in lower case that has no accents any more. */
  public static String unstroked(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int at = letter < 0x80 ? -1 : FROM.indexOf(letter);
      if (at < TO.length()) {
        char single = at < 0 ? letter : TO.charAt(at);
        plain.append(single < 0x80 ? String.valueOf(single) : spelled(single));
      }
    }
    return plain.toString();
  }

  private static String spelled(char letter) {
    return DIGRAPHS.getOrDefault(letter, String.valueOf(letter));
  }
}
