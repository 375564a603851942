-- Each change of what is live asks for the states that have not ended.
create index served_states_by_end on served_states (served_until);

-- States whose end nobody noted: of a channel that is tested no more, of a product that nothing names any more, or one of
-- several. They are known to have been served when they began; one that is served still ends with the next change.
update served_states set served_until = served_since
    where served_until is null
    and (live_channel not in (select m.live_channel from channel_mappings m union select g.live_channel from gates g)
        or product not in (select r.product from rules r where r.product is not null
            union select l.product from releases l
            union select p.product from pins p
            union select g.product from gates g where g.product is not null)
        or (product, live_channel) in (select s.product, s.live_channel from served_states s
            where s.served_until is null group by s.product, s.live_channel having count(*) > 1));
