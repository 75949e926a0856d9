-- In the words of the one who sent it: what stood against it is known only while it is taken up.
alter table imports add column detail text;
