-- How much the installation stores, measured once a day; of earlier months only the first day remains. Sizes of the
-- whole installation, and nothing about a cooperative.
create table platform.storage_measurement (
  measured_on date primary key,
  database_bytes bigint not null check (database_bytes >= 0),
  file_bytes bigint not null check (file_bytes >= 0)
);
grant select, insert, update, delete on platform.storage_measurement to tallgrunn_app;
