-- Letters that Unicode does not take apart, each by the one or two that a keyboard has for it: 'łódź' without its
-- accents is still 'łodz', and is looked for as 'lodz'. In Java it is org.grappe.shared.Letters.
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

-- A name without case, accents, strokes, punctuation and spaces: 'Pix''LR' and 'PIX LR' are 'pixlr'. (It takes the
-- place of the one of V001.)
create or replace function plain(name text) returns text
  language sql immutable strict parallel safe
  return case
    -- nothing but ASCII, as most are, has neither accents nor strokes
    when octet_length(name) = length(name) then regexp_replace(lower(name), '[^a-z0-9]+', '', 'g')
    else unstroked(regexp_replace(
      lower(normalize(lower(name collate french), nfkd) collate french), '[^[:alnum:]]+', '', 'g'))
  end;

-- What was kept plain is kept plain anew, where it differs: no record is changed by that, so none has a new version.
do $$
declare
  kept record;
begin
  for kept in
    select c.oid::regclass as records, quote_ident(a.attname) as field, pg_get_expr(d.adbin, d.adrelid) as value, (
      -- one that it is made of: what none of them touches is not made anew
      select quote_ident(o.attname) from pg_depend p
        join pg_attribute o on o.attrelid = p.refobjid and o.attnum = p.refobjsubid
      where p.classid = 'pg_attrdef'::regclass and p.objid = d.oid and p.refclassid = 'pg_class'::regclass
        and p.refobjid = c.oid and o.attnum <> a.attnum and o.attgenerated = '' limit 1) as origin
    from pg_attrdef d
      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class c on c.oid = d.adrelid
    where a.attgenerated = 's' and c.relnamespace = current_schema()::regnamespace
      and pg_get_expr(d.adbin, d.adrelid) ~ '\mplain\('
  loop
    execute format('alter table %s disable trigger user', kept.records);
    execute format('update %1$s set %2$s = %2$s where %3$s is distinct from %4$s',
      kept.records, kept.origin, kept.field, kept.value);
    execute format('alter table %s enable trigger user', kept.records);
  end loop;
  for kept in
    select i.indexrelid::regclass as index
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace
      and pg_get_indexdef(i.indexrelid) ~ '\mplain\('
  loop
    execute format('reindex index %s', kept.index);
  end loop;
end $$;
