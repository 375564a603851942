-- Balrog lists a release under the one of its two APIs that made it. A row says by its incarnation that it was the second.
create table second_api_releases (
    incarnation bigint primary key
);
-- Of those that are there already the titles of the sets that made them tell.
insert into second_api_releases (incarnation)
    select distinct r.incarnation from releases r
        join releases_history h on h.name = r.name and h.incarnation = r.incarnation
        join change_sets s on s.id = h.change_set_id
    where h.data_version = 1 and s.title = 'Write release ' || r.name;
