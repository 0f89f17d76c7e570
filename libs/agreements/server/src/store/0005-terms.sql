-- An agreement may ask for several reports, each with terms and versions of its own. A version is written once: nobody may change or delete it.
alter table agreements.terms_version add column report text not null default 'deliveries';
alter table agreements.terms_version drop constraint terms_version_cooperative_id_agreement_id_version_key;
alter table agreements.terms_version add constraint terms_version_once unique (cooperative_id, agreement_id, report, version);
