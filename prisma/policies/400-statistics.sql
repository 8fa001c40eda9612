-- Numbers for those who may see numbers only. Cells under five are withheld, and as many more as it takes that none of
-- them can be worked out from the sums beside it.

create index if not exists referrals_by_day on referrals (office_id, submitted_at);

-- One table of counts, its sums as row and column 0. First, line by line (a row or a column with its sum): where the sum is
-- shown, what is withheld must be at least two cells that hold five or more together; where the sum is withheld, one cell.
-- Then, over all lines together: whoever adds some rows and takes away some columns is left with the cells that stand in
-- one of the two alone. Where those that are withheld all count on one side, they hold five or more together: so no sum
-- and no difference of what is shown gives fewer away. Returns which are withheld.
create or replace function app.withheld(n integer[][]) returns boolean[][]
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  hidden boolean[][] := array_fill(false, array[array_upper(n, 1), array_upper(n, 2)]);
  more int[];
begin
  for i in 1..array_upper(n, 1) loop for j in 1..array_upper(n, 2) loop
    hidden[i][j] := n[i][j] < 5;
  end loop; end loop;
  loop
    hidden := app.withheld_by_line(n, hidden);
    more := app.given_away(n, hidden);
    exit when more is null;
    hidden[more[1]][more[2]] := true;
  end loop;
  return hidden;
end $$;

create or replace function app.withheld_by_line(n integer[][], hidden boolean[][]) returns boolean[][]
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  down constant int := array_upper(n, 1);
  over constant int := array_upper(n, 2);
  i int; line int; length int; r int; c int;
  cells int; held int; sum_hidden boolean;
  best int; best_r int; best_c int;
  changed boolean := true;
begin
  while changed loop
    changed := false;
    for line in 1..(down + over) loop
      length := case when line <= down then over else down end;
      cells := 0; held := 0; best := null; sum_hidden := false;
      for i in 1..length loop
        r := case when line <= down then line else i end;
        c := case when line <= down then i else line - down end;
        if hidden[r][c] then
          if i = 1 then sum_hidden := true; else cells := cells + 1; held := held + n[r][c]; end if;
        elsif best is null or n[r][c] < best then
          best := n[r][c]; best_r := r; best_c := c;
        end if;
      end loop;
      if best is not null and ((sum_hidden and cells = 0) or (not sum_hidden and cells > 0 and (cells < 2 or held < 5))) then
        hidden[best_r][best_c] := true;
        changed := true;
      end if;
    end loop;
  end loop;
  return hidden;
end $$;

-- The cell to withhold next, because some lines taken together give fewer than five away; null when none do. For each
-- choice of columns a row is taken in or left out, whichever leaves nothing withheld on the other side and holds less.
create or replace function app.given_away(n integer[][], hidden boolean[][]) returns int[]
  language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  down constant int := array_upper(n, 1);
  over constant int := array_upper(n, 2);
  side int; columns int; i int; j int; sign int;
  in_cells int; in_held int; out_cells int; out_held int; in_bad boolean; out_bad boolean;
  held int; cells int; other int; extra int; extra_row int; possible boolean;
  taken boolean[];
  best int; found int[];
begin
  foreach side in array array[1, -1] loop
    for columns in 0..(1 << over) - 1 loop
      held := 0; cells := 0; extra := null; possible := true; taken := array_fill(false, array[down]);
      for i in 1..down loop
        in_cells := 0; in_held := 0; out_cells := 0; out_held := 0; in_bad := false; out_bad := false;
        for j in 1..over loop
          continue when not hidden[i][j];
          -- A sum counts against its parts.
          sign := side * case when (i = 1) = (j = 1) then 1 else -1 end;
          if (columns >> (j - 1)) & 1 = 0 then
            if sign > 0 then in_cells := in_cells + 1; in_held := in_held + n[i][j]; else in_bad := true; end if;
          elsif sign < 0 then out_cells := out_cells + 1; out_held := out_held + n[i][j];
          else out_bad := true;
          end if;
        end loop;
        if in_bad and out_bad then possible := false; exit; end if;
        taken[i] := out_bad or (not in_bad and (in_held, in_cells) < (out_held, out_cells));
        held := held + case when taken[i] then in_held else out_held end;
        cells := cells + case when taken[i] then in_cells else out_cells end;
        -- The other choice, should all of these leave nothing.
        other := case when taken[i] then out_cells else in_cells end;
        if not in_bad and not out_bad and other > 0 and (extra is null or abs(in_held - out_held) < extra) then
          extra := abs(in_held - out_held); extra_row := i;
        end if;
      end loop;
      continue when not possible or (cells = 0 and extra is null);
      if cells = 0 then held := extra; taken[extra_row] := not taken[extra_row]; end if;
      continue when held >= 5;

      best := null;
      for i in 1..down loop for j in 1..over loop
        if not hidden[i][j] and taken[i] <> ((columns >> (j - 1)) & 1 = 1) and (best is null or n[i][j] < best) then
          best := n[i][j]; found := array[i, j];
        end if;
      end loop; end loop;
      if best is not null then return found; end if;
    end loop;
  end loop;
  return null;
end $$;

-- Cases that were open when this month began, by level, and new referrals of the six months before it, for each office of
-- the asker's region. `part` '' is the sum. Within a month nothing moves, whoever looks twice; and from month to month a
-- number moves by fives, rounded down: so what two days of the same table tell together is never one child.
create or replace function app.region_statistics()
  returns table (measure text, office_ko text, office_en text, part text, n integer)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  region text;
  of_measure text;
  offices uuid[];
  parts text[];
  counts integer[][];
  hidden boolean[][];
  row_of record;
  i int; j int;
  began constant timestamptz := date_trunc('month', app.now() at time zone 'Asia/Seoul') at time zone 'Asia/Seoul';
begin
  select o.region_code into region from app.me() m join offices o on o.id = m.office_id where m.role = 'STATISTICS_VIEWER';
  if region is null then return; end if;
  offices := array(select o.id from offices o where o.region_code = region order by o.code);

  foreach of_measure in array array['LEVEL', 'MONTH'] loop
    parts := case of_measure
      when 'LEVEL' then array(select unnest(enum_range(null::"CrisisLevel"))::text)
      else array(select to_char((began at time zone 'Asia/Seoul') - make_interval(months => m), 'YYYY-MM') from generate_series(6, 1, -1) m) end;
    counts := array_fill(0, array[cardinality(offices) + 1, cardinality(parts) + 1]);

    for row_of in
      select x.office_id, x.part, count(*)::int as n from (
        select c.office_id, coalesce((select l.decided from case_levels l where l.office_id = c.office_id and l.case_id = c.id and l.at < began order by l.at desc, l.id desc limit 1), c.level)::text as part
          from cases c
          where of_measure = 'LEVEL' and c.office_id = any(offices) and c.opened_at < began and (c.closed_at is null or c.closed_at >= began)
            -- Closed then, and opened again since.
            and not exists (select from closures x where x.office_id = c.office_id and x.case_id = c.id and x.at < began
              and not exists (select from reopenings y where y.office_id = x.office_id and y.case_id = x.case_id and y.at >= x.at and y.at < began))
        union all
        select r.office_id, to_char(r.submitted_at at time zone 'Asia/Seoul', 'YYYY-MM') from referrals r
          where of_measure = 'MONTH' and r.kind = 'REQUEST' and r.office_id = any(offices)
            and r.submitted_at >= ((began at time zone 'Asia/Seoul') - interval '6 months') at time zone 'Asia/Seoul' and r.submitted_at < began) x
      group by x.office_id, x.part
    loop
      i := array_position(offices, row_of.office_id) + 1;
      j := array_position(parts, row_of.part) + 1;
      continue when j is null;
      counts[i][j] := row_of.n;
      counts[i][1] := counts[i][1] + row_of.n;
      counts[1][j] := counts[1][j] + row_of.n;
      counts[1][1] := counts[1][1] + row_of.n;
    end loop;

    hidden := app.withheld(counts);
    for i in 1..cardinality(offices) + 1 loop
      for j in 1..cardinality(parts) + 1 loop
        measure := of_measure;
        select o.name_ko, o.name_en into office_ko, office_en from offices o where i > 1 and o.id = offices[i - 1];
        part := case when j = 1 then '' else parts[j - 1] end;
        n := case when hidden[i][j] then null else counts[i][j] - counts[i][j] % 5 end;
        return next;
      end loop;
    end loop;
  end loop;
end $$;

revoke execute on function app.withheld(integer[]), app.withheld_by_line(integer[], boolean[]), app.given_away(integer[], boolean[]) from public, hanai_app, hanai_jobs, hanai_auth;
revoke execute on function app.region_statistics() from public;
grant execute on function app.region_statistics() to hanai_app;
