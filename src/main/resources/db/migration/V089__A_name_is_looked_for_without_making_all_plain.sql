-- Whether a text may have all of these in it, each like '%word%' of a word that is plain already: what plain() would
-- find is found, and more may be. An erasure asks it of all that is kept, and most of that is ASCII once the letters and
-- signs that French has are taken for those of a keyboard; to make everything plain took ten times as long.
create function may_hold(content text, words text[]) returns boolean
  language plpgsql immutable parallel safe as $$
declare
  typed text := content;
begin
  if octet_length(typed) > length(typed) then
    typed := translate(typed,
      'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’‘“”«»–—…•·°€' || U&'\00A0\202F\2009',
      'aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY                ');
    if octet_length(typed) > length(typed) then
      return plain(content) like all (words) or (strpos(content, '%') > 0 and content ~ '%[0-9A-Fa-f]{2}');
    end if;
  end if;
  return lower(typed) like all (words)
    -- an address of the web says letters in figures
    or (strpos(typed, '%') > 0 and typed ~ '%[0-9A-Fa-f]{2}');
end $$;
