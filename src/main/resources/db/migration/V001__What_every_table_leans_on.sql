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

-- What holds from one day to before another, on a day: it has begun from its first possible day
-- and is past from the last possible day of its end.
create function holds("from" text, until text, day date) returns boolean
  language sql immutable parallel safe
  return ("from" is null or first_day("from") <= day) and (until is null or day < last_day(until));

-- The same in one word.
create function period_status("from" text, until text, day date) returns text
  language sql immutable parallel safe
  return case
    when last_day(until) <= day then 'ENDED'
    when "from" is null or first_day("from") <= day then 'ACTIVE'
    else 'PLANNED'
  end;

-- French readers' order of text.
create collation french (provider = icu, locale = 'fr');

-- A name without case, accents, punctuation and spaces: 'Pix''LR' and 'PIX LR' are 'pixlr'.
create function plain(name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    lower(normalize(replace(replace(replace(lower(name collate french), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), nfkd)
          collate french),
    '[^[:alnum:]]+', '', 'g');

-- Each name apart, so that nothing is found across two of them.
create function plain(names text[]) returns text
  language sql immutable parallel safe
  return (select coalesce(string_agg(plain(name), ' '), '') from unnest(names) name);

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- What the service itself must remember: keys that it made, what it has loaded.
create table settings (
  name text constraint pk_settings primary key,
  value bytea not null
);

-- The first answers to requests that may be repeated, for 24 hours.
create table idempotency_keys (
  scope bytea constraint pk_idempotency_keys primary key,
  request_hash bytea not null,
  status int not null,
  location text,
  etag text,
  body bytea not null,
  created_at timestamptz not null default now()
);
create index ix_idempotency_keys_created_at on idempotency_keys (created_at);
