/* Poverty rates of areas; Multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) / Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP): vn/decree-07-2021, b74b6806ed9dc035, chuan-ngheo 0.1.0. */
WITH
/* The classified households; possible classes as a number: 1 poor, 2 near-poor, 4 average-living-standard, 8 not-poor, and their sums. */
counted AS (
  SELECT
    c."id" AS id,
    CAST(c."area_code" AS VARCHAR) AS area_code,
    CASE WHEN c."persons" BETWEEN 1 AND 999999 AND c."persons" = floor(c."persons") THEN CAST(c."persons" AS BIGINT) END AS persons,
    CASE WHEN (
      (c."class" IS NULL OR c."possible" IS NULL OR c."class" = c."possible")
      AND (c."persons" IS NULL OR CASE WHEN c."persons" BETWEEN 1 AND 999999 AND c."persons" = floor(c."persons") THEN CAST(c."persons" AS BIGINT) END IS NOT NULL)
    ) THEN
      CASE coalesce(c."possible", c."class")
        WHEN 'poor' THEN 1
        WHEN 'near-poor' THEN 2
        WHEN 'poor,near-poor' THEN 3
        WHEN 'average-living-standard' THEN 4
        WHEN 'poor,average-living-standard' THEN 5
        WHEN 'near-poor,average-living-standard' THEN 6
        WHEN 'poor,near-poor,average-living-standard' THEN 7
        WHEN 'not-poor' THEN 8
        WHEN 'poor,not-poor' THEN 9
        WHEN 'near-poor,not-poor' THEN 10
        WHEN 'poor,near-poor,not-poor' THEN 11
        WHEN 'average-living-standard,not-poor' THEN 12
        WHEN 'poor,average-living-standard,not-poor' THEN 13
        WHEN 'near-poor,average-living-standard,not-poor' THEN 14
        WHEN 'poor,near-poor,average-living-standard,not-poor' THEN 15
      END
    END AS possible_mask
  FROM "classified" AS c
),
/* Residents by area; an area that comes twice has none. */
given_residents AS (
  SELECT
    CAST(r."area_code" AS VARCHAR) AS area_code,
    CASE WHEN count(*) = 1 THEN max(CASE WHEN r."households" BETWEEN 0 AND 1e15 AND r."households" = floor(r."households") THEN CAST(r."households" AS BIGINT) END) END AS households,
    CASE WHEN count(*) = 1 THEN max(CASE WHEN r."persons" BETWEEN 0 AND 1e15 AND r."persons" = floor(r."persons") THEN CAST(r."persons" AS BIGINT) END) END AS persons
  FROM "residents" AS r
  GROUP BY CAST(r."area_code" AS VARCHAR)
),
/* The areas with their residents. */
area AS (
  SELECT a.*, r.households, r.persons
  FROM (
    SELECT
      CAST(a."code" AS VARCHAR) AS code,
      max(CAST(a."name" AS VARCHAR)) AS name,
      max(CAST(a."level" AS VARCHAR)) AS level,
      max(CAST(a."parent" AS VARCHAR)) AS parent
    FROM "areas" AS a
    GROUP BY CAST(a."code" AS VARCHAR)
  ) AS a
  LEFT JOIN given_residents AS r ON r.area_code = a.code
),
/* Each area with those that it is within, how many these are with itself, and the nearest of them with residents given. */
up AS (
  SELECT
    a1.code AS code_1,
    a2.code AS code_2,
    a3.code AS code_3,
    a4.code AS code_4,
    a5.code AS code_5,
    a6.code AS code_6,
    a7.code AS code_7,
    a8.code AS code_8,
    CASE WHEN a1.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a2.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a3.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a4.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a5.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a6.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a7.code IS NULL THEN 0 ELSE 1 END + CASE WHEN a8.code IS NULL THEN 0 ELSE 1 END AS depth,
    CASE WHEN a2.households IS NOT NULL THEN 2 WHEN a3.households IS NOT NULL THEN 3 WHEN a4.households IS NOT NULL THEN 4 WHEN a5.households IS NOT NULL THEN 5 WHEN a6.households IS NOT NULL THEN 6 WHEN a7.households IS NOT NULL THEN 7 WHEN a8.households IS NOT NULL THEN 8 END AS given_households,
    CASE WHEN a2.persons IS NOT NULL THEN 2 WHEN a3.persons IS NOT NULL THEN 3 WHEN a4.persons IS NOT NULL THEN 4 WHEN a5.persons IS NOT NULL THEN 5 WHEN a6.persons IS NOT NULL THEN 6 WHEN a7.persons IS NOT NULL THEN 7 WHEN a8.persons IS NOT NULL THEN 8 END AS given_persons,
    CASE WHEN a9.code IS NULL THEN 0 ELSE 1 END AS is_too_deep
  FROM area AS a1
  LEFT JOIN area AS a2 ON a2.code = a1.parent
  LEFT JOIN area AS a3 ON a3.code = a2.parent
  LEFT JOIN area AS a4 ON a4.code = a3.parent
  LEFT JOIN area AS a5 ON a5.code = a4.parent
  LEFT JOIN area AS a6 ON a6.code = a5.parent
  LEFT JOIN area AS a7 ON a7.code = a6.parent
  LEFT JOIN area AS a8 ON a8.code = a7.parent
  LEFT JOIN area AS a9 ON a9.code = a8.parent
),
/* Each area within itself and within those above it, and whether residents are given for one between. */
part AS (
  SELECT
    code_1 AS code,
    CASE step WHEN 1 THEN code_1 WHEN 2 THEN code_2 WHEN 3 THEN code_3 WHEN 4 THEN code_4 WHEN 5 THEN code_5 WHEN 6 THEN code_6 WHEN 7 THEN code_7 WHEN 8 THEN code_8 END AS within,
    coalesce(given_households < step, FALSE) AS is_behind_households,
    coalesce(given_persons < step, FALSE) AS is_behind_persons
  FROM up
  JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS steps(step) ON step <= depth
  UNION ALL
  SELECT '', '', FALSE, FALSE
),
/* Residents of the parts of each area, as far as they are given, and of how many smallest parts they are not. */
part_residents AS (
  SELECT
    part.within AS code,
    sum(CASE WHEN part.code <> part.within AND NOT is_behind_households THEN area.households END) AS households,
    count(CASE WHEN whole.code IS NULL AND area.households IS NULL AND NOT is_behind_households THEN 1 END) AS households_open,
    sum(CASE WHEN part.code <> part.within AND NOT is_behind_persons THEN area.persons END) AS persons,
    count(CASE WHEN whole.code IS NULL AND area.persons IS NULL AND NOT is_behind_persons THEN 1 END) AS persons_open
  FROM part
  JOIN area ON area.code = part.code
  LEFT JOIN (SELECT DISTINCT parent AS code FROM area) AS whole ON whole.code = area.code
  GROUP BY part.within
),
/* Residents of each area: those given for it, else those of its parts where all are known. */
known_residents AS (
  SELECT
    area.code,
    area.parent,
    coalesce(area.households, CASE WHEN p.households_open = 0 THEN CAST(p.households AS BIGINT) END) AS households,
    coalesce(area.persons, CASE WHEN p.persons_open = 0 THEN CAST(p.persons AS BIGINT) END) AS persons
  FROM area
  JOIN part_residents AS p ON p.code = area.code
),
/* What is known of the direct parts of an area. */
children AS (
  SELECT
    parent AS code,
    sum(households) AS households,
    count(*) = count(households) AS knows_all_households,
    sum(persons) AS persons,
    count(*) = count(persons) AS knows_all_persons
  FROM known_residents
  WHERE parent IS NOT NULL
  GROUP BY parent
),
/* Households by area and possible classes, each id once; an empty code for those in no known area. */
own_counts AS (
  SELECT
    coalesce(area.code, '') AS area_code,
    n.possible_mask,
    count(*) AS households,
    sum(n.persons) AS persons,
    count(*) - count(n.persons) AS without_persons
  FROM (
    SELECT
      area_code, possible_mask, persons,
      CASE WHEN id IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY id ORDER BY area_code, possible_mask, persons) END AS occurrence
    FROM counted
  ) AS n
  LEFT JOIN area ON area.code = n.area_code
  WHERE n.occurrence = 1
  GROUP BY coalesce(area.code, ''), n.possible_mask
),
/* The counts of each area with all its parts. */
totals AS (
  SELECT
    part.within AS code,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1) THEN n.households END), 0) AS BIGINT) AS households_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2) THEN n.households END), 0) AS BIGINT) AS households_near_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3) THEN n.households END), 0) AS BIGINT) AS households_multidimensional_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4) THEN n.households END), 0) AS BIGINT) AS households_average_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 3, 5, 7, 9, 11, 13, 15) THEN n.households END), 0) AS BIGINT) AS households_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2, 3, 6, 7, 10, 11, 14, 15) THEN n.households END), 0) AS BIGINT) AS households_near_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15) THEN n.households END), 0) AS BIGINT) AS households_multidimensional_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4, 5, 6, 7, 12, 13, 14, 15) THEN n.households END), 0) AS BIGINT) AS households_average_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15) THEN n.households END), 0) AS BIGINT) AS households_undetermined,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IS NOT NULL THEN n.households END), 0) AS BIGINT) AS households_counted,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1) THEN n.persons END), 0) AS BIGINT) AS persons_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2) THEN n.persons END), 0) AS BIGINT) AS persons_near_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3) THEN n.persons END), 0) AS BIGINT) AS persons_multidimensional_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4) THEN n.persons END), 0) AS BIGINT) AS persons_average_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 3, 5, 7, 9, 11, 13, 15) THEN n.persons END), 0) AS BIGINT) AS persons_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2, 3, 6, 7, 10, 11, 14, 15) THEN n.persons END), 0) AS BIGINT) AS persons_near_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15) THEN n.persons END), 0) AS BIGINT) AS persons_multidimensional_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4, 5, 6, 7, 12, 13, 14, 15) THEN n.persons END), 0) AS BIGINT) AS persons_average_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15) THEN n.persons END), 0) AS BIGINT) AS persons_undetermined,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IS NOT NULL THEN n.persons END), 0) AS BIGINT) AS persons_counted,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_near_poor_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_multidimensional_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_average_must,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 3, 5, 7, 9, 11, 13, 15) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (2, 3, 6, 7, 10, 11, 14, 15) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_near_poor_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_multidimensional_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (4, 5, 6, 7, 12, 13, 14, 15) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_average_can,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IN (3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15) THEN n.without_persons END), 0) AS BIGINT) AS without_persons_undetermined,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IS NOT NULL THEN n.without_persons END), 0) AS BIGINT) AS without_persons_counted,
    CAST(coalesce(sum(CASE WHEN n.possible_mask IS NULL THEN n.households END), 0) AS BIGINT) AS households_refused
  FROM part
  JOIN own_counts AS n ON n.area_code = part.code
  GROUP BY part.within
),
/* Every area, and an empty code where households are in no known one. */
place AS (
  SELECT code_1 AS code, depth, max(is_too_deep) OVER () AS is_too_deep
  FROM up
  UNION ALL
  SELECT DISTINCT '', 0, 0
  FROM own_counts
  WHERE area_code = ''
)
SELECT
  CASE WHEN place.code <> '' THEN place.code END AS area_code,
  area.name,
  area.level,
  k.households AS households_residents,
  coalesce(t.households_poor_must, 0) AS households_poor,
  coalesce(t.households_near_poor_must, 0) AS households_near_poor,
  coalesce(t.households_average_must, 0) AS households_average,
  coalesce(t.households_undetermined, 0) AS households_undetermined,
  k.persons AS persons_residents,
  CASE WHEN coalesce(t.without_persons_poor_must, 0) = 0 THEN coalesce(t.persons_poor_must, 0) END AS persons_poor,
  CASE WHEN coalesce(t.without_persons_near_poor_must, 0) = 0 THEN coalesce(t.persons_near_poor_must, 0) END AS persons_near_poor,
  CASE WHEN coalesce(t.without_persons_average_must, 0) = 0 THEN coalesce(t.persons_average_must, 0) END AS persons_average,
  CASE WHEN coalesce(t.without_persons_undetermined, 0) = 0 THEN coalesce(t.persons_undetermined, 0) END AS persons_undetermined,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_poor_must, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS poor_households_low,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_poor_can, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS poor_households_high,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_near_poor_must, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS near_poor_households_low,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_near_poor_can, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS near_poor_households_high,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_multidimensional_must, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS multidimensional_households_low,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_multidimensional_can, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS multidimensional_households_high,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_average_must, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS average_households_low,
  CASE WHEN k.households > 0 AND NOT coalesce(t.households_counted, 0) > k.households AND place.is_too_deep = 0 THEN CAST(((20000 * coalesce(t.households_average_can, 0) + k.households) // (2 * k.households)) * 0.01 AS DECIMAL(7, 2)) END AS average_households_high,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_poor_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_poor_must, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS poor_persons_low,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_poor_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_poor_can, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS poor_persons_high,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_near_poor_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_near_poor_must, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS near_poor_persons_low,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_near_poor_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_near_poor_can, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS near_poor_persons_high,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_multidimensional_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_multidimensional_must, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS multidimensional_persons_low,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_multidimensional_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_multidimensional_can, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS multidimensional_persons_high,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_average_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_average_must, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS average_persons_low,
  CASE WHEN k.persons > 0 AND NOT coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons AND place.is_too_deep = 0 AND coalesce(t.without_persons_average_can, 0) = 0 THEN CAST(((20000 * coalesce(t.persons_average_can, 0) + k.persons) // (2 * k.persons)) * 0.01 AS DECIMAL(7, 2)) END AS average_persons_high,
  coalesce(t.without_persons_counted, 0) AS households_without_persons,
  coalesce(t.households_refused, 0) AS households_refused,
  CASE
    WHEN place.code = '' THEN 'unknown-area'
    WHEN place.is_too_deep = 1 THEN 'areas-too-deep'
    WHEN coalesce(t.households_counted, 0) > k.households OR coalesce(t.persons_counted, 0) + coalesce(t.without_persons_counted, 0) > k.persons THEN 'count-exceeds-residents'
    WHEN (area.households IS NOT NULL AND CASE WHEN c.knows_all_households THEN area.households <> c.households ELSE area.households < coalesce(c.households, 0) END)
      OR (area.persons IS NOT NULL AND CASE WHEN c.knows_all_persons THEN area.persons <> c.persons ELSE area.persons < coalesce(c.persons, 0) END) THEN 'residents-differ-from-children'
  END AS problem
FROM place
LEFT JOIN area ON area.code = place.code
LEFT JOIN totals AS t ON t.code = place.code
LEFT JOIN known_residents AS k ON k.code = place.code
LEFT JOIN children AS c ON c.code = place.code
ORDER BY place.depth DESC, place.code
