-- Which rule a change is about, and which product and channel it sets: see RuleSubject. Null for a change of anything else.
alter table changes_history add column rule_id bigint;
alter table changes_history add column rule_product varchar(100);
alter table changes_history add column rule_channel varchar(100);
create index changes_history_by_rule on changes_history (rule_id);
create index changes_history_by_product on changes_history (rule_product);
create index changes_history_by_channel on changes_history (rule_channel);
