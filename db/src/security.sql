-- Run after every migration, idempotent: rights, row-level security and change notices of every table.
-- A table added by a migration is closed until it is covered here by its org_id column or by name.
grant usage on schema public to relance_app, relance_system;
grant usage on schema auth to relance_auth, relance_app;
revoke all on all tables in schema public from public, relance_app, relance_system;
revoke all on all tables in schema auth from public, relance_app, relance_system;

create or replace function relance_notice() returns trigger language plpgsql as $$
declare org uuid;
begin
  for org in select distinct org_id from changed loop
    perform pg_notify('relance', org::text || ' ' || tg_argv[0]);
  end loop;
  return null;
end $$;

create or replace function relance_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

do $$
declare
  t record;
  append_only constant text[] := array['audit', 'audit_seal', 'journal'];
  -- a migration may bring these to a newer format, the application never changes them
  immutable constant text[] := array['scenario_version', 'assignment_list', 'own_text'];
  -- topics that pages listen to; a page that shows a table refetches on its topic
  topics constant jsonb := '{"task": "tasks", "task_case": "tasks", "enrolment": "enrolments", "contact": "messages",
    "message": "messages", "mail": "mailbox", "invoice": "invoices", "payment": "payments", "debtor": "debtors",
    "person": "debtors", "reply": "debtors", "debtor_merge": "debtors", "credit": "payments", "entity": "organisation",
    "closure": "organisation", "mail_server": "organisation", "assignment_list": "assignment", "own_text": "templates",
    "first_step": "organisation", "staff_mail": "organisation", "scenario": "scenarios", "scenario_version": "scenarios", "import": "imports", "clock": "clock"}';
  topic text;
begin
  for t in
    select c.relname as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
  loop
    execute format('alter table public.%I enable row level security', t.name);
    execute format('alter table public.%I force row level security', t.name);
    execute format('drop policy if exists own_organisation on public.%I', t.name);
    if t.tenant then
      execute format(
        'create policy own_organisation on public.%I to relance_app using (org_id = (select nullif(current_setting(''app.org'', true), '''')::uuid))',
        t.name);
    end if;
    if t.name = any (append_only) then
      execute format('grant select, insert on public.%I to relance_app', t.name);
      execute format('drop trigger if exists append_only on public.%I', t.name);
      execute format('create trigger append_only before update or delete on public.%I execute function relance_append_only()', t.name);
    elsif t.name = any (immutable) then
      execute format('grant select, insert on public.%I to relance_app', t.name);
    elsif t.tenant then
      execute format('grant select, insert, update, delete on public.%I to relance_app', t.name);
    end if;
    topic := topics ->> t.name;
    if topic is not null then
      execute format('drop trigger if exists notice_insert on public.%I', t.name);
      execute format('drop trigger if exists notice_update on public.%I', t.name);
      execute format('drop trigger if exists notice_delete on public.%I', t.name);
      execute format('create trigger notice_insert after insert on public.%I referencing new table as changed execute function relance_notice(%L)', t.name, topic);
      execute format('create trigger notice_update after update on public.%I referencing new table as changed execute function relance_notice(%L)', t.name, topic);
      execute format('create trigger notice_delete after delete on public.%I referencing old table as changed execute function relance_notice(%L)', t.name, topic);
    end if;
  end loop;
end $$;

-- the organisation itself is its own tenant
drop policy if exists own_organisation on organisation;
create policy own_organisation on organisation to relance_app using (id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update on organisation to relance_app;
create or replace function relance_organisation_notice() returns trigger language plpgsql as $$
begin
  perform pg_notify('relance', new.id::text || ' organisation');
  return null;
end $$;
create or replace trigger notice_update after update on organisation for each row execute function relance_organisation_notice();

-- signs of life belong to no organisation
drop policy if exists read_heartbeat on heartbeat;
create policy read_heartbeat on heartbeat for select to relance_app using (true);
grant select on heartbeat to relance_app;

-- relay, sweeper, dispatcher scan, sealer: across organisations, on these tables only
do $$
declare
  t text;
begin
  foreach t in array array['outbox', 'enrolment', 'event', 'debtor', 'contact', 'message', 'import', 'clock', 'organisation', 'audit', 'audit_seal', 'heartbeat', 'idempotency']
  loop
    execute format('drop policy if exists across_organisations on public.%I', t);
    execute format('create policy across_organisations on public.%I to relance_system using (true) with check (true)', t);
    execute format('grant select on public.%I to relance_system', t);
  end loop;
end $$;
grant insert, update, delete on outbox, heartbeat to relance_system;
grant update on enrolment, debtor, import, clock to relance_system;
grant insert on audit_seal to relance_system;
grant delete on idempotency to relance_system;

-- identity
grant select, insert, update, delete on all tables in schema auth to relance_auth;
grant select on auth.member to relance_app;
-- who joins, leaves or changes role stands in the trail of the organisation, written with the change
grant usage on schema public to relance_auth;
grant insert on audit to relance_auth;
drop policy if exists identity_trail on audit;
create policy identity_trail on audit for insert to relance_auth with check (true);
do $$
declare
  t record;
begin
  for t in select tablename as name from pg_tables where schemaname = 'auth' loop
    execute format('alter table auth.%I enable row level security', t.name);
    execute format('alter table auth.%I force row level security', t.name);
    execute format('drop policy if exists identity on auth.%I', t.name);
    execute format('create policy identity on auth.%I to relance_auth using (true) with check (true)', t.name);
  end loop;
end $$;
drop policy if exists own_organisation on auth.member;
create policy own_organisation on auth.member for select to relance_app
  using (org_id = (select nullif(current_setting('app.org', true), '')::uuid));

-- pages that show people refetch with the organisation's topic
do $$
declare
  t text;
begin
  foreach t in array array['member', 'invitation'] loop
    execute format('create or replace trigger notice_insert after insert on auth.%I referencing new table as changed for each statement execute function public.relance_notice(''organisation'')', t);
    execute format('create or replace trigger notice_update after update on auth.%I referencing new table as changed for each statement execute function public.relance_notice(''organisation'')', t);
    execute format('create or replace trigger notice_delete after delete on auth.%I referencing old table as changed for each statement execute function public.relance_notice(''organisation'')', t);
  end loop;
end $$;
