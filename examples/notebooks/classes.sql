/* Multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) / Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP): vn/decree-07-2021, b74b6806ed9dc035, chuan-ngheo 0.1.0; each row as of its own day. */
WITH
/* The day as of which the members of a household are looked at, as a number YYYYMMDD. */
reviews AS (
  SELECT DISTINCT
    h."id" AS household_id,
    CAST(extract(YEAR FROM h."reviewed_on") * 10000 + extract(MONTH FROM h."reviewed_on") * 100 + extract(DAY FROM h."reviewed_on") AS INTEGER) AS review_day
  FROM "households" AS h
),
/* The members with the facts that the standard reads, words as numbers; a word that the catalogue does not hold is unknown. */
member_facts AS (
  SELECT
    m."household_id" AS household_id,
    reviews.review_day,
    CAST(extract(YEAR FROM m."born_from") * 10000 + extract(MONTH FROM m."born_from") * 100 + extract(DAY FROM m."born_from") AS INTEGER) AS born_from,
    CASE WHEN CAST(extract(YEAR FROM m."born_to") * 10000 + extract(MONTH FROM m."born_to") * 100 + extract(DAY FROM m."born_to") AS INTEGER) > reviews.review_day THEN reviews.review_day ELSE CAST(extract(YEAR FROM m."born_to") * 10000 + extract(MONTH FROM m."born_to") * 100 + extract(DAY FROM m."born_to") AS INTEGER) END AS born_to,
    m."jobless" AS jobless,
    m."wage_work_without_contract" AS wage_work_without_contract,
    CASE m."monthly_social_allowance" WHEN 'none' THEN 0 WHEN 'elderly' THEN 1 WHEN 'disabled' THEN 2 WHEN 'other' THEN 3 END AS monthly_social_allowance,
    m."stunted" AS stunted,
    m."underweight" AS underweight,
    m."has_health_insurance" AS has_health_insurance,
    CASE m."attending" WHEN 'none' THEN 0 WHEN 'preschool' THEN 1 WHEN 'primary' THEN 2 WHEN 'lower-secondary' THEN 3 WHEN 'upper-secondary' THEN 4 WHEN 'vocational' THEN 5 WHEN 'higher' THEN 6 END AS attending,
    CASE m."completed" WHEN 'none' THEN 0 WHEN 'primary' THEN 1 WHEN 'lower-secondary' THEN 2 WHEN 'upper-secondary' THEN 3 WHEN 'vocational' THEN 4 WHEN 'higher' THEN 5 END AS completed,
    m."certified_on_the_job_training" AS certified_on_the_job_training,
    m."uses_internet" AS uses_internet
  FROM "members" AS m
  JOIN reviews ON reviews.household_id = m."household_id"
),
/* What is asked of each member; NULL where that is not known. */
member_verdicts AS (
  SELECT
    household_id,
    review_day,
    born_from AS earliest_birth,
    born_from > born_to AS is_out_of_order,
    /* Việc làm / employment (07/2021/NĐ-CP, Appendix, indicator 1, reported) */
    (
      CASE
        WHEN born_to <= review_day - 150000 /* age >= 15 */ THEN TRUE
        WHEN born_from > review_day - 150000 THEN FALSE
      END
      AND (jobless OR wage_work_without_contract)
    ) AS member_employment,
    /* Người phụ thuộc trong hộ gia đình / dependents in the household (07/2021/NĐ-CP, Appendix, indicator 2, reported) */
    (
      CASE
        WHEN born_to <= review_day - 160000 /* age < 16 */ THEN FALSE
        WHEN born_from > review_day - 160000 THEN TRUE
      END
      OR monthly_social_allowance BETWEEN 1 AND 2 /* elderly, disabled */
    ) AS member_dependents,
    /* Dinh dưỡng / nutrition (07/2021/NĐ-CP, Appendix, indicator 3, reported) */
    (
      CASE
        WHEN born_to <= review_day - 160000 /* age < 16 */ THEN FALSE
        WHEN born_from > review_day - 160000 THEN TRUE
      END
      AND (stunted OR underweight)
    ) AS member_nutrition,
    /* Bảo hiểm y tế / health insurance (07/2021/NĐ-CP, Appendix, indicator 4, unverified) */
    (
      CASE
        WHEN born_to <= review_day - 60000 /* age >= 6 */ THEN TRUE
        WHEN born_from > review_day - 60000 THEN FALSE
      END
      AND NOT has_health_insurance
    ) AS member_health_insurance,
    /* Trình độ giáo dục của người lớn / adult education (07/2021/NĐ-CP, Appendix, indicator 5, reported) */
    (
      CASE
        WHEN born_to <= review_day - 160000 /* age >= 16 */ THEN TRUE
        WHEN born_from > review_day - 160000 THEN FALSE
      END
      AND CASE
        WHEN born_to <= review_day - 310000 /* age <= 30 */ THEN FALSE
        WHEN born_from > review_day - 310000 THEN TRUE
      END
      AND NOT certified_on_the_job_training
      AND (
        NOT (
          attending BETWEEN 3 AND 6 /* lower-secondary, upper-secondary, vocational, higher */
          OR completed BETWEEN 2 AND 5 /* lower-secondary, upper-secondary, vocational, higher */
        )
        OR (
          CASE
            WHEN born_to <= review_day - 180000 /* age >= 18 */ THEN TRUE
            WHEN born_from > review_day - 180000 THEN FALSE
          END
          AND NOT (
            attending BETWEEN 4 AND 6 /* upper-secondary, vocational, higher */
            OR completed BETWEEN 3 AND 5 /* upper-secondary, vocational, higher */
          )
        )
      )
    ) AS member_adult_education,
    /* Tình trạng đi học của trẻ em / children's schooling (07/2021/NĐ-CP, Appendix, indicator 6, unverified) */
    (
      CASE
        WHEN born_to <= review_day - 30000 /* age >= 3 */ THEN TRUE
        WHEN born_from > review_day - 30000 THEN FALSE
      END
      AND CASE
        WHEN born_to <= review_day - 160000 /* age <= 15 */ THEN FALSE
        WHEN born_from > review_day - 160000 THEN TRUE
      END
      AND (
        attending = 0 /* none */
        OR (
          CASE
            WHEN born_to <= review_day - 60000 /* age >= 6 */ THEN TRUE
            WHEN born_from > review_day - 60000 THEN FALSE
          END
          AND attending BETWEEN 0 AND 1 /* none, preschool */
        )
        OR (
          CASE
            WHEN born_to <= review_day - 120000 /* age >= 12 */ THEN TRUE
            WHEN born_from > review_day - 120000 THEN FALSE
          END
          AND attending BETWEEN 0 AND 2 /* none, preschool, primary */
        )
      )
    ) AS member_child_schooling,
    /* Sử dụng dịch vụ viễn thông / telecommunication services (07/2021/NĐ-CP, Appendix, indicator 11, reported) */
    uses_internet AS member_telecom
  FROM member_facts
),
/* One row a household. Whether a test holds for one of its members, NULL where that is not known; of a share: for how many it holds, and of how many that is known. */
member_tests AS (
  SELECT
    household_id,
    review_day,
    count(*) AS listed,
    max(earliest_birth) AS latest_birth,
    count(CASE WHEN is_out_of_order THEN 1 END) AS births_out_of_order,
    CASE WHEN bool_or(member_employment) THEN TRUE WHEN count(member_employment) = count(*) THEN FALSE END AS some_employment,
    count(CASE WHEN member_dependents THEN 1 END) AS yes_dependents,
    count(member_dependents) AS known_dependents,
    CASE WHEN bool_or(member_nutrition) THEN TRUE WHEN count(member_nutrition) = count(*) THEN FALSE END AS some_nutrition,
    CASE WHEN bool_or(member_health_insurance) THEN TRUE WHEN count(member_health_insurance) = count(*) THEN FALSE END AS some_health_insurance,
    CASE WHEN bool_or(member_adult_education) THEN TRUE WHEN count(member_adult_education) = count(*) THEN FALSE END AS some_adult_education,
    CASE WHEN bool_or(member_child_schooling) THEN TRUE WHEN count(member_child_schooling) = count(*) THEN FALSE END AS some_child_schooling,
    CASE WHEN bool_or(member_telecom) THEN TRUE WHEN count(member_telecom) = count(*) THEN FALSE END AS some_telecom
  FROM member_verdicts
  GROUP BY household_id, review_day
),
/* The households with their facts, members joined. Who is not listed is known from the number of persons. */
household_facts AS (
  SELECT
    h."id" AS id,
    h."area_code" AS area_code,
    h."residence" AS residence,
    coalesce(m.listed, 0) AS listed,
    CASE WHEN h."persons" IS NULL THEN m.listed ELSE CASE WHEN h."persons" BETWEEN 1 AND 999999 AND h."persons" = floor(h."persons") THEN CAST(h."persons" AS BIGINT) END END AS persons,
    h."annual_income_vnd" AS annual_income_vnd,
    h."monthly_income_per_person_vnd" AS monthly_income_per_person_vnd,
    CAST(extract(YEAR FROM h."reviewed_on") * 10000 + extract(MONTH FROM h."reviewed_on") * 100 + extract(DAY FROM h."reviewed_on") AS INTEGER) AS review_day,
    h."floor_area_m2" AS floor_area_m2,
    h."wall_durable" AS wall_durable,
    h."pillar_durable" AS pillar_durable,
    h."roof_durable" AS roof_durable,
    CASE h."water_source" WHEN 'tap' THEN 0 WHEN 'drilled-well' THEN 1 WHEN 'protected-dug-well' THEN 2 WHEN 'protected-spring' THEN 3 WHEN 'rainwater' THEN 4 WHEN 'bottled' THEN 5 WHEN 'unprotected-well' THEN 6 WHEN 'unprotected-spring' THEN 7 WHEN 'surface-water' THEN 8 WHEN 'other' THEN 9 END AS water_source,
    CASE h."toilet_type" WHEN 'septic' THEN 0 WHEN 'semi-septic' THEN 1 WHEN 'pour-flush' THEN 2 WHEN 'improved-ventilated-pit' THEN 3 WHEN 'double-vault' THEN 4 WHEN 'pit-with-slab' THEN 5 WHEN 'open-pit' THEN 6 WHEN 'none' THEN 7 WHEN 'other' THEN 8 END AS toilet_type,
    h."has_television" AS has_television,
    h."has_radio" AS has_radio,
    h."has_desktop_computer" AS has_desktop_computer,
    h."has_telephone" AS has_telephone,
    h."has_laptop" AS has_laptop,
    h."has_tablet" AS has_tablet,
    h."has_smartphone" AS has_smartphone,
    m.latest_birth,
    coalesce(m.births_out_of_order, 0) AS births_out_of_order,
    m.some_employment,
    coalesce(m.yes_dependents, 0) AS yes_dependents,
    coalesce(m.known_dependents, 0) AS known_dependents,
    m.some_nutrition,
    m.some_health_insurance,
    m.some_adult_education,
    m.some_child_schooling,
    m.some_telecom
  FROM "households" AS h
  LEFT JOIN member_tests AS m ON (
    m.household_id = h."id"
    AND m.review_day = CAST(extract(YEAR FROM h."reviewed_on") * 10000 + extract(MONTH FROM h."reviewed_on") * 100 + extract(DAY FROM h."reviewed_on") AS INTEGER)
  )
),
/* Whether the household is deprived in each indicator; NULL where that is not known. */
verdicts AS (
  SELECT
    household_facts.*,
    /* Việc làm / employment (07/2021/NĐ-CP, Appendix, indicator 1, reported) */
    (some_employment OR nullif(persons > listed, TRUE)) AS deprived_employment,
    /* Người phụ thuộc trong hộ gia đình / dependents in the household (07/2021/NĐ-CP, Appendix, indicator 2, reported) */
    CASE
      WHEN 2 * yes_dependents > persons THEN TRUE
      WHEN NOT (2 * (yes_dependents + persons - known_dependents) > persons) THEN FALSE
    END AS deprived_dependents,
    /* Dinh dưỡng / nutrition (07/2021/NĐ-CP, Appendix, indicator 3, reported) */
    (some_nutrition OR nullif(persons > listed, TRUE)) AS deprived_nutrition,
    /* Bảo hiểm y tế / health insurance (07/2021/NĐ-CP, Appendix, indicator 4, unverified) */
    (some_health_insurance OR nullif(persons > listed, TRUE)) AS deprived_health_insurance,
    /* Trình độ giáo dục của người lớn / adult education (07/2021/NĐ-CP, Appendix, indicator 5, reported) */
    (some_adult_education OR nullif(persons > listed, TRUE)) AS deprived_adult_education,
    /* Tình trạng đi học của trẻ em / children's schooling (07/2021/NĐ-CP, Appendix, indicator 6, unverified) */
    (some_child_schooling OR nullif(persons > listed, TRUE)) AS deprived_child_schooling,
    /* Chất lượng nhà ở / housing quality (07/2021/NĐ-CP, Appendix, indicator 7, reported) */
    CASE
      WHEN CASE WHEN NOT wall_durable THEN 1 ELSE 0 END + CASE WHEN NOT pillar_durable THEN 1 ELSE 0 END + CASE WHEN NOT roof_durable THEN 1 ELSE 0 END >= 2 THEN TRUE
      WHEN CASE WHEN wall_durable THEN 1 ELSE 0 END + CASE WHEN pillar_durable THEN 1 ELSE 0 END + CASE WHEN roof_durable THEN 1 ELSE 0 END >= 2 THEN FALSE
    END AS deprived_housing_quality,
    /* Diện tích nhà ở bình quân đầu người / floor area per person (07/2021/NĐ-CP, Appendix, indicator 8, reported) */
    floor_area_m2 < 8 * persons AS deprived_housing_area,
    /* Nguồn nước sinh hoạt / water (07/2021/NĐ-CP, Appendix, indicator 9, reported) */
    NOT (water_source BETWEEN 0 AND 5 /* tap, drilled-well, protected-dug-well, protected-spring, rainwater, bottled */) AS deprived_water,
    /* Nhà tiêu hợp vệ sinh / sanitary toilet (07/2021/NĐ-CP, Appendix, indicator 10, unverified) */
    NOT (toilet_type BETWEEN 0 AND 5 /* septic, semi-septic, pour-flush, improved-ventilated-pit, double-vault, pit-with-slab */) AS deprived_toilet,
    /* Sử dụng dịch vụ viễn thông / telecommunication services (07/2021/NĐ-CP, Appendix, indicator 11, reported) */
    NOT (some_telecom OR nullif(persons > listed, TRUE)) AS deprived_telecom,
    /* Phương tiện phục vụ tiếp cận thông tin / means of information (07/2021/NĐ-CP, Appendix, indicator 12, unverified) */
    NOT (
      has_television
      OR has_radio
      OR has_desktop_computer
      OR has_telephone
      OR has_laptop
      OR has_tablet
      OR has_smartphone
    ) AS deprived_information_means
  FROM household_facts
),
/* How many indicators, at least and at most, and whether income is within each line. */
placed AS (
  SELECT
    verdicts.*,
    CASE WHEN deprived_employment THEN 1 ELSE 0 END
      + CASE WHEN deprived_dependents THEN 1 ELSE 0 END
      + CASE WHEN deprived_nutrition THEN 1 ELSE 0 END
      + CASE WHEN deprived_health_insurance THEN 1 ELSE 0 END
      + CASE WHEN deprived_adult_education THEN 1 ELSE 0 END
      + CASE WHEN deprived_child_schooling THEN 1 ELSE 0 END
      + CASE WHEN deprived_housing_quality THEN 1 ELSE 0 END
      + CASE WHEN deprived_housing_area THEN 1 ELSE 0 END
      + CASE WHEN deprived_water THEN 1 ELSE 0 END
      + CASE WHEN deprived_toilet THEN 1 ELSE 0 END
      + CASE WHEN deprived_telecom THEN 1 ELSE 0 END
      + CASE WHEN deprived_information_means THEN 1 ELSE 0 END AS deprived_at_least,
    CASE WHEN NOT deprived_employment THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_dependents THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_nutrition THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_health_insurance THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_adult_education THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_child_schooling THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_housing_quality THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_housing_area THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_water THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_toilet THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_telecom THEN 0 ELSE 1 END
      + CASE WHEN NOT deprived_information_means THEN 0 ELSE 1 END AS deprived_at_most,
    /* rural: 1500000 VND per person per month (07/2021/NĐ-CP, Article 3(1)(a), text) */
    /* urban: 2000000 VND per person per month (07/2021/NĐ-CP, Article 3(1)(a), text) */
    CASE residence
      WHEN 'rural' THEN coalesce(monthly_income_per_person_vnd <= 1500000, annual_income_vnd <= 18000000 * persons)
      WHEN 'urban' THEN coalesce(monthly_income_per_person_vnd <= 2000000, annual_income_vnd <= 24000000 * persons)
    END AS within_line_1,
    /* rural: 2250000 VND per person per month (07/2021/NĐ-CP, Article 3(2)(c), reported) */
    /* urban: 3000000 VND per person per month (07/2021/NĐ-CP, Article 3(2)(c), reported) */
    CASE residence
      WHEN 'rural' THEN coalesce(monthly_income_per_person_vnd <= 2250000, annual_income_vnd <= 27000000 * persons)
      WHEN 'urban' THEN coalesce(monthly_income_per_person_vnd <= 3000000, annual_income_vnd <= 36000000 * persons)
    END AS within_line_2,
    /* whether the row can be read at all; otherwise it has no class */
    (
      residence IN ('rural', 'urban')
      AND (annual_income_vnd IS NULL OR annual_income_vnd BETWEEN -1e40 AND 1e40)
      AND (monthly_income_per_person_vnd IS NULL OR monthly_income_per_person_vnd BETWEEN -1e40 AND 1e40)
      AND (annual_income_vnd IS NULL OR monthly_income_per_person_vnd IS NULL)
      AND persons >= listed
      AND persons >= 1
      AND (floor_area_m2 IS NULL OR floor_area_m2 BETWEEN 0 AND 1e40)
      AND review_day IS NOT NULL
      AND (latest_birth IS NULL OR latest_birth <= review_day)
      AND births_out_of_order = 0
    ) AS is_accepted
  FROM verdicts
),
/* A class is possible where what is known meets its part of the plane income x deprivations. */
possible_classes AS (
  SELECT
    placed.*,
    /* poor (07/2021/NĐ-CP, Article 3(2)(a), reported) */
    (within_line_1 IS NOT FALSE AND deprived_at_most >= 3) AS can_be_poor,
    /* near-poor (07/2021/NĐ-CP, Article 3(2)(b), reported) */
    (within_line_1 IS NOT FALSE AND deprived_at_least <= 2) AS can_be_near_poor,
    /* average-living-standard (07/2021/NĐ-CP, Article 3(2)(c), unverified) */
    (within_line_1 IS NOT TRUE AND within_line_2 IS NOT FALSE) AS can_be_average_living_standard,
    /* not-poor (07/2021/NĐ-CP, unverified) */
    within_line_2 IS NOT TRUE AS can_be_not_poor
  FROM placed
)
SELECT
  id,
  area_code,
  persons,
  deprived_employment,
  deprived_dependents,
  deprived_nutrition,
  deprived_health_insurance,
  deprived_adult_education,
  deprived_child_schooling,
  deprived_housing_quality,
  deprived_housing_area,
  deprived_water,
  deprived_toilet,
  deprived_telecom,
  deprived_information_means,
  deprived_at_least,
  deprived_at_most,
  CASE WHEN is_accepted AND CAST(can_be_poor AS INTEGER) + CAST(can_be_near_poor AS INTEGER) + CAST(can_be_average_living_standard AS INTEGER) + CAST(can_be_not_poor AS INTEGER) = 1 THEN
    CASE
      WHEN can_be_poor THEN 'poor'
      WHEN can_be_near_poor THEN 'near-poor'
      WHEN can_be_average_living_standard THEN 'average-living-standard'
      WHEN can_be_not_poor THEN 'not-poor'
    END
  END AS class,
  CASE WHEN is_accepted THEN
    concat_ws(',',
      CASE WHEN can_be_poor THEN 'poor' END,
      CASE WHEN can_be_near_poor THEN 'near-poor' END,
      CASE WHEN can_be_average_living_standard THEN 'average-living-standard' END,
      CASE WHEN can_be_not_poor THEN 'not-poor' END)
  END AS possible
FROM possible_classes
