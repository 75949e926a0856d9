-- In the place of that of V089, whose translate() took longer than making all plain: whether a text may have all of these
-- in it, each a regular expression of one word (PersonName.spellings) in which any sign beyond ASCII stands for any letter.
-- What plain() would find is found, in an eighth of the time, and more may be. An address of the web says letters in figures.
drop function may_hold(text, text[]);
create function may_hold(content text, spellings text[]) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return content ~* all (spellings) or (strpos(content, '%') > 0 and content ~ '%[0-9A-Fa-f]{2}');
end $$;
