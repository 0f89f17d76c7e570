-- From which side a link was made, as the database knows it: what a person of the cooperative ties needs no second word. Null: made before this was kept.
alter table declarations.item_link add column side text;
alter table declarations.item_link alter column side set default platform.side();
