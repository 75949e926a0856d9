-- Functions stand in the repeatable files (R__…) but for those that tables are made with (generated columns, checks,
-- indexes): these stand before the first table that is.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Partial dates are texts of ISO 8601 ('2015-06-05', '2015-06', '2015'); these read them.
create function first_day(partial text) returns date
  language sql immutable strict parallel safe
  return make_date(
    left(partial, 4)::int,
    coalesce(nullif(substr(partial, 6, 2), '')::int, 1),
    coalesce(nullif(substr(partial, 9, 2), '')::int, 1));

create function last_day(partial text) returns date
  language sql immutable strict parallel safe
  return case length(partial)
    when 4 then make_date(partial::int, 12, 31)
    when 7 then (make_date(left(partial, 4)::int, substr(partial, 6, 2)::int, 1)
                 + interval '1 month - 1 day')::date
    else first_day(partial)
  end;

create function is_partial_date(partial text) returns boolean
  language sql immutable strict parallel safe
  return partial ~ '^(1[89]|2[01])\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$|^2200(-|$)';

-- French readers' order of text.
create collation french (provider = icu, locale = 'fr');

-- Letters that Unicode does not take apart, each by the one or two that a keyboard has for it: 'łódź' without its
-- accents is still 'łodz', and is looked for as 'lodz'. In Java it is the class Letters.
create function unstroked(name text) returns text
  language plpgsql immutable strict parallel safe as $$
declare
  digraph record;
begin
  if octet_length(name) = length(name) then
    return name;
  end if;
  name := translate(name,
    'ⱥɐɑɒᴀᶏᶐꞻꬰꭤ'
    'ƀɓƃʙᴃᴯᵬᶀꞗꞵ'
    'ƈȼɕʗᴄↄꜿꞓꞔ'
    'ðđɖɗƌƍȡᴅᴆᵭᶁᶑẟꝺꟈ'
    'ǝəɛɇɘɚɜɝɞʚᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴꭡ'
    'ƒɸᵮᶂⅎⱷꜰꝼꞙꬵ'
    'ɠɣǥɡɢʛᵷᵹᶃꝿꞡꟑꬶ'
    'ħɥɦɧʜʮʯⱨⱶꜧꞕꟶ'
    'ıɩɨɪᴉᵎᵼᶖꞽ'
    'ȷɉɟʄʝᴊ'
    'ĸƙʞᴋᶄⱪꝁꝃꝅꞣ'
    'łƚƛȴɫɬɭɮʟᴌᶅⱡꝇꝉꞁꞎꬷꬸꬹ'
    'ɯɰɱᴍᴟᵯᶆꟺꬺ'
    'ŋɲƞȵɳɴᴎᴻᵰᶇꞑꞥꬻꬼ'
    'øɔɵɷᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꞷꟁꬽꬾꬿ'
    'ƥᴘᵱᵽᶈꝑꝓꝕ'
    'ɋʠꝗꝙꞯ'
    'ʀɍɹɺɻɼɽɾɿʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭇꭈꭉꭊꭋꭌꭨ'
    'ʃƪȿʂʅʆᵴᶊᶋᶘẜẝꜱꞅꞩꟊꟗꟙꭍ'
    'ŧƫƭʈȶⱦʇᴛᵵꞇ'
    'ʊʉᴜᴝᴞᵿᶙꞹꞿꭎꭏꭒ'
    'ʋʌᴠᶌỽⱱⱴꝟꝩ'
    'ƿʍᴡⱳꟃꟕ'
    'ᶍꭓꭔꭕꭖꭗꭘꭙ'
    'ƴȝɏʎʏỿꭚ'
    'ƶʒƹƺȥɀʐʑʓᴢᴣᵶᶎᶚⱬꝣ'
    'ᴁᴂꞛ'
    'ᵺꝥꝧ'
    'ɶᴔꞝꭀꭁꭂꭢ'
    'ᴕ'
    'ʤʥꭦ'
    'ʧꭧ'
    'ꞟ'
    'ꜻ'
    'ꭑ'
    -- apostrophes that are letters to Unicode have none
    'ʼʾ',
    'aaaaaaaaaa'
    'bbbbbbbbbb'
    'ccccccccc'
    'ddddddddddddddd'
    'eeeeeeeeeeeeeeeeeeeeee'
    'ffffffffff'
    'ggggggggggggg'
    'hhhhhhhhhhhh'
    'iiiiiiiii'
    'jjjjjj'
    'kkkkkkkkkk'
    'lllllllllllllllllll'
    'mmmmmmmmm'
    'nnnnnnnnnnnnnn'
    'oooooooooooooooooooo'
    'pppppppp'
    'qqqqq'
    'rrrrrrrrrrrrrrrrrrrrrrrrrrrr'
    'sssssssssssssssssss'
    'tttttttttt'
    'uuuuuuuuuuuu'
    'vvvvvvvvv'
    'wwwwww'
    'xxxxxxxx'
    'yyyyyyy'
    'zzzzzzzzzzzzzzzz'
    'æææ'
    'þþþ'
    'œœœœœœœ'
    'ȣ'
    'ʣʣʣ'
    'ʦʦ'
    'ᵫ'
    'ꜹ'
    'ꭐ');
  if octet_length(name) = length(name) then
    return name;
  end if;
  for digraph in
    select * from (values
      ('ꜳ', 'aa'), ('æ', 'ae'), ('ꜵ', 'ao'), ('ꜷ', 'au'), ('ꜹ', 'av'), ('ꜽ', 'ay'),
      ('ȸ', 'db'), ('ʣ', 'dz'), ('ƕ', 'hv'), ('ỻ', 'll'), ('ʪ', 'ls'), ('ʫ', 'lz'),
      ('œ', 'oe'), ('ƣ', 'oi'), ('ꝏ', 'oo'), ('ȣ', 'ou'), ('ȹ', 'qp'), ('ß', 'ss'),
      ('ʨ', 'tc'), ('þ', 'th'), ('ꟓ', 'thth'), ('ʦ', 'ts'), ('ꜩ', 'tz'), ('ᵫ', 'ue'),
      ('ꭐ', 'ui'), ('ꭣ', 'uo'), ('ꝡ', 'vy')) letters (one, two)
  loop
    name := replace(name, digraph.one, digraph.two);
  end loop;
  return name;
end $$;

-- A name without case, accents, strokes, punctuation and spaces: 'Pix''LR' and 'PIX LR' are 'pixlr'.
create function plain(name text) returns text
  language sql immutable strict parallel safe
  return case
    -- nothing but ASCII, as most are, has neither accents nor strokes
    when octet_length(name) = length(name) then regexp_replace(lower(name), '[^a-z0-9]+', '', 'g')
    else unstroked(regexp_replace(
      lower(normalize(lower(name collate french), nfkd) collate french), '[^[:alnum:]]+', '', 'g'))
  end;

-- Each name apart, so that nothing is found across two of them.
create function plain(names text[]) returns text
  language sql immutable parallel safe
  return (select coalesce(string_agg(plain(name), ' '), '') from unnest(names) name);
