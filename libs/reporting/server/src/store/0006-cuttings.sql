-- What of a file did not go along: on the supplier's machine before it was sent, or here before it was kept.
create table reporting.cutting (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  stage text not null check (stage in ('sent', 'kept')),
  supplier_id uuid not null,
  -- The file before it was cut: its bytes are nowhere here.
  whole_sha256 text not null,
  whole_size_bytes bigint not null,
  -- The copy that is kept in the place of what was sent; none where what was sent is kept itself.
  file_sha256 text,
  file_size_bytes bigint,
  row_count int not null,
  columns jsonb not null,
  cell_count int not null,
  primary key (cooperative_id, version_id, stage),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.cutting', supplier => 'supplier_id', privileges => 'select, insert');
create policy removes on reporting.cutting for delete using (
  cooperative_id = platform.cooperative() and platform.side() = 'system'
  and version_id in (select v.id from reporting.version v where v.state in ('received', 'checked') and v.number is null));
grant delete on reporting.cutting to tallgrunn_app;
