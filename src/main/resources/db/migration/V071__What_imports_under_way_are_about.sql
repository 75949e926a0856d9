-- What the imports under way write about (a beneficiary, a cluster), so that two that touch the same come one after
-- the other, and others side by side: who is second waits at the unique key until the first has committed. Rows, for
-- a million advisory locks have no room in the server's memory. All that an import claims goes in one statement, in
-- order, and leaves again in the same transaction, so that nothing is ever seen here.
create unlogged table import_claims (
  thing text collate "C" constraint pk_import_claims primary key
);
